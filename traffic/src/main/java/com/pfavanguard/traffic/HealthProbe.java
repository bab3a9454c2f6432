package com.pfavanguard.traffic;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks servers, or a proxy, for their health; each time on a connection of its own. */
final class HealthProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final JsonMapper JSON = new JsonMapper();

  /** Empty when nobody answered in time, or not as {@code /health} does. */
  Optional<Health> ask(URI base) throws InterruptedException {
    // A kept connection may lead to whom it led before; a new one is what a new client gets.
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(base.resolve("/health")).timeout(PATIENCE).build();
      return Optional.of(read(client.send(request, BodyHandlers.ofString())));
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  private static Health read(HttpResponse<String> answer) {
    JsonNode body = JSON.readTree(answer.body());
    boolean healthy =
        answer.statusCode() == 200 && body.path("status").asString("").equals("healthy");
    return new Health(healthy, text(body.path("version")), colour(answer));
  }

  private static @Nullable String text(JsonNode value) {
    return value.isString() ? value.asString() : null;
  }

  private static @Nullable Colour colour(HttpResponse<String> answer) {
    return answer.headers().firstValue(Changeover.COLOUR_HEADER).map(Colour::named).orElse(null);
  }
}
