package com.pfavanguard.kernel.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How Redis is used; its address is a secret ({@code vanguard.redis.url}).
 *
 * @param timeout of one command; after it, what servers share is kept elsewhere for a second
 */
@ConfigurationProperties("vanguard.redis")
record RedisProperties(Duration timeout) {}
