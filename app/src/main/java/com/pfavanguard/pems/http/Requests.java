package com.pfavanguard.pems.http;

import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsTarget;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The headers every request carries. */
final class Requests {
  private Requests() {}

  static HttpRequest post(PemsTarget target, String path, String body) {
    return to(target.connection(), path)
        .header("Content-Type", "application/json")
        .header("organization", target.organization())
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  static HttpRequest get(PemsConnection connection, String path) {
    return to(connection, path).GET().build();
  }

  /** Signed in by user and password, or key: each request is a session of its own. */
  private static HttpRequest.Builder to(PemsConnection connection, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(connection.baseUrl() + path))
            .header("Accept", "application/json")
            .header("tenant", connection.tenant());
    String key = connection.credentials().apiKey();
    return key == null
        ? request.header("Authorization", basic(connection.credentials()))
        : request.header("X-API-Key", key);
  }

  private static String basic(PemsConnection.Credentials user) {
    String credentials = user.username() + ":" + user.password();
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }
}
