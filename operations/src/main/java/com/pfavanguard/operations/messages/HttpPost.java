package com.pfavanguard.operations.messages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Posts JSON; redirects are not followed, as they would carry the secret elsewhere. */
final class HttpPost {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private HttpPost() {}

  static void json(URI address, Map<String, String> headers, String body)
      throws Unsent, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<Void> answer = http.send(request.build(), BodyHandlers.discarding());
      int status = answer.statusCode();
      if (status / 100 != 2) {
        throw new Unsent(
            "%s answered %d".formatted(address.getHost(), status), status >= 500 || status == 429);
      }
    } catch (IOException e) {
      throw new Unsent(
          "%s does not answer (%s)".formatted(address.getHost(), e.getClass().getSimpleName()),
          true,
          e);
    }
  }
}
