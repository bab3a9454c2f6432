package com.pfavanguard.kernel.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this process uses the database; its address is a secret ({@code vanguard.database.url}).
 *
 * @param poolSize connections this process holds at most
 * @param statementTimeout longest time of one statement of the pool, in whole seconds
 */
@ConfigurationProperties("vanguard.database")
record DatabaseProperties(int poolSize, Duration statementTimeout) {}
