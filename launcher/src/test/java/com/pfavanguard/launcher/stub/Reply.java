package com.pfavanguard.launcher.stub;

import java.util.Map;

/** One HTTP answer. */
public record Reply(int status, String body, Map<String, String> headers) {
  public static Reply ok(String body) {
    return new Reply(200, body, Map.of());
  }

  public static Reply of(int status, String body) {
    return new Reply(status, body, Map.of());
  }
}
