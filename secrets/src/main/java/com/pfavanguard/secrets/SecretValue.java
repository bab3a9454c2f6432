package com.pfavanguard.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A secret as it was read.
 *
 * @param expiresAt when its keeper says it ends; null when nobody says
 * @param source where it was found, in words
 */
public record SecretValue(String text, @Nullable Instant expiresAt, String source) {

  /**
   * Three ways to write a secret down: its text alone; {@code {"value": "…", "expiresAt": "…"}}; or
   * what Amazon's own rotation of database passwords writes ({@code username, password, host, port,
   * dbname}), which becomes an address.
   */
  public static SecretValue parse(String stored, String source) {
    JsonNode json = stored.stripLeading().startsWith("{") ? json(stored) : null;
    if (json == null || !json.isObject()) {
      return new SecretValue(stored.strip(), null, source);
    }
    String value = json.path("value").asString("");
    String text = value.isEmpty() && json.has("host") ? address(json) : value;
    return new SecretValue(text.isEmpty() ? stored.strip() : text, expiry(json), source);
  }

  private static @Nullable JsonNode json(String stored) {
    try {
      return JsonMapper.shared().readTree(stored);
    } catch (JacksonException e) {
      return null;
    }
  }

  private static @Nullable Instant expiry(JsonNode json) {
    String moment = json.path("expiresAt").asString("");
    try {
      return moment.isEmpty() ? null : Instant.parse(moment);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String address(JsonNode rds) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(
            encoded(rds.path("username").asString("")),
            encoded(rds.path("password").asString("")),
            rds.path("host").asString(""),
            rds.path("port").asInt(5432),
            rds.path("dbname").asString("postgres"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "SecretValue[from " + source + "]";
  }
}
