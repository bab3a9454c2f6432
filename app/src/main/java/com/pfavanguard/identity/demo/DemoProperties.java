package com.pfavanguard.identity.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param file a JSON file of organizations and users to have at start; null outside demonstrations
 */
@ConfigurationProperties("vanguard.demo")
record DemoProperties(@Nullable Path file) {}
