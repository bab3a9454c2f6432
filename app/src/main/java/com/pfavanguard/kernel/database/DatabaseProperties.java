package com.pfavanguard.kernel.database;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this process uses the database; its address is a secret ({@code vanguard.database.url}).
 *
 * @param poolSize connections this process holds at most
 */
@ConfigurationProperties("vanguard.database")
record DatabaseProperties(int poolSize) {}
