package com.pfavanguard.kernel.redis;

import com.pfavanguard.kernel.secret.LiveSecrets;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RedisConfiguration {
  @Bean
  SharedRedis sharedRedis(LiveSecrets secrets, RedisProperties properties, MeterRegistry meters) {
    return new SharedRedis(new RedisAddress.Kept(secrets), properties.timeout(), meters);
  }
}
