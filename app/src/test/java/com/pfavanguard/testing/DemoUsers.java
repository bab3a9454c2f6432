package com.pfavanguard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demonstration's users as a file; everybody has the same password. */
final class DemoUsers {
  static final String PASSWORD = "correct horse battery staple";

  private static final String JSON =
      """
      {"organizations": [
         {"id": "RIO", "name": "Rio Grande LNG", "currency": "USD"},
         {"id": "PORTARTHUR", "name": "Port Arthur LNG", "currency": "USD"},
         {"id": "HOLNG", "name": "Holly LNG", "currency": "USD"}],
       "users": [
         {"username": "planner", "password": "%1$s", "displayName": "Paula Planner",
          "role": "planner", "organizations": ["RIO", "PORTARTHUR", "HOLNG"]},
         {"username": "planner-rio", "password": "%1$s", "displayName": "Rita Rio",
          "role": "planner", "organizations": ["RIO"]},
         {"username": "viewer", "password": "%1$s", "displayName": "Victor Viewer",
          "role": "viewer", "organizations": ["RIO", "PORTARTHUR", "HOLNG"]},
         {"username": "admin", "password": "%1$s", "displayName": "Ada Admin",
          "role": "admin", "organizations": ["RIO", "PORTARTHUR", "HOLNG"]}]}
      """;

  private DemoUsers() {}

  static Path file() {
    try {
      Path file = Files.createTempFile("vanguard-demo", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(file, JSON.formatted(PASSWORD));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
