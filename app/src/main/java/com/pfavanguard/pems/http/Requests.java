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
    PemsConnection connection = target.connection();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(connection.baseUrl() + path))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("tenant", connection.tenant())
            .header("organization", target.organization())
            .POST(HttpRequest.BodyPublishers.ofString(body));
    String key = connection.apiKey();
    return key == null
        ? request.header("Authorization", basic(connection)).build()
        : request.header("X-API-Key", key).build();
  }

  private static String basic(PemsConnection connection) {
    String credentials = connection.username() + ":" + connection.password();
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }
}
