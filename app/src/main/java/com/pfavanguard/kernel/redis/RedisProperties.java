package com.pfavanguard.kernel.redis;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param url {@code redis://[user:password@]host:6379}, {@code rediss://} with TLS; empty for none
 */
@ConfigurationProperties("vanguard.redis")
record RedisProperties(String url) {
  @Override
  public String toString() {
    return "RedisProperties[]";
  }
}
