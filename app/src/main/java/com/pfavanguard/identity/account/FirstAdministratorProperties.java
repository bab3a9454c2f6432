package com.pfavanguard.identity.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param password of the account to make where there is no administrator; empty for none
 */
@ConfigurationProperties("vanguard.first-administrator")
record FirstAdministratorProperties(
    @DefaultValue("administrator") String username, @DefaultValue("") String password) {
  @Override
  public String toString() {
    return "FirstAdministratorProperties[" + username + "]";
  }
}
