package com.pfavanguard.kernel.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param url {@code redis://[user:password@]host:6379}, {@code rediss://} with TLS; empty for none
 * @param timeout of one command; after it, what servers share is kept elsewhere for a second
 */
@ConfigurationProperties("vanguard.redis")
record RedisProperties(String url, Duration timeout) {
  @Override
  public String toString() {
    return "RedisProperties[]";
  }
}
