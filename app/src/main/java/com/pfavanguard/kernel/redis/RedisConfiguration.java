package com.pfavanguard.kernel.redis;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RedisConfiguration {
  @Bean
  SharedRedis sharedRedis(RedisProperties properties, MeterRegistry meters) {
    return new SharedRedis(properties.url(), properties.timeout(), meters);
  }
}
