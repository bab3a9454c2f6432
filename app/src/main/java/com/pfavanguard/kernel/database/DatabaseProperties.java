package com.pfavanguard.kernel.database;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param url address with the role of this process
 * @param migrationUrl address with the owner role; empty where another step migrates
 * @param poolSize connections this process holds at most
 */
@ConfigurationProperties("vanguard.database")
record DatabaseProperties(String url, String migrationUrl, int poolSize) {

  @Override
  public String toString() {
    return "DatabaseProperties[poolSize=" + poolSize + "]";
  }
}
