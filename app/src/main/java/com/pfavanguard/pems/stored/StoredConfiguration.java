package com.pfavanguard.pems.stored;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StoredConfiguration {

  @Bean
  AllowedHosts allowedHosts(@Value("${vanguard.pems.allowed-hosts}") List<String> hosts) {
    return AllowedHosts.of(hosts);
  }
}
