package com.pfavanguard.simulator.protocol;

/** The one service account of the tenant. */
public record Account(String tenant, String user, String password, String apiKey) {
  @Override
  public String toString() {
    return "Account[" + tenant + ", " + user + "]";
  }
}
