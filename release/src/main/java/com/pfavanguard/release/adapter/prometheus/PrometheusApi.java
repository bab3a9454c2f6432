package com.pfavanguard.release.adapter.prometheus;

import com.pfavanguard.release.journal.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Prometheus's HTTP API, version 1. */
public final class PrometheusApi implements Metrics {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final URI base;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * @param base such as {@code http://127.0.0.1:9090}
   */
  public PrometheusApi(URI base) {
    this.base = base;
  }

  @Override
  public Answer ask(String query, Instant at) throws IOException {
    String raw =
        get(
            "/api/v1/query?time=%.3f&query=%s"
                .formatted(
                    at.toEpochMilli() / 1000.0, URLEncoder.encode(query, StandardCharsets.UTF_8)));
    JsonNode data = data(raw);
    List<Double> values = new ArrayList<>();
    switch (data.path("resultType").asString("")) {
      case "scalar" -> values.add(number(data.path("result").path(1)));
      case "vector" ->
          data.path("result").forEach(one -> values.add(number(one.path("value").path(1))));
      default -> throw new IOException("the answer is neither a number nor a vector");
    }
    return new Answer(values, raw);
  }

  @Override
  public Answer alertRules(String severity) throws IOException {
    String raw = get("/api/v1/rules?type=alert");
    double count = 0;
    for (JsonNode group : data(raw).path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        boolean ours = rule.path("labels").path("severity").asString("").equals(severity);
        count += ours && rule.path("health").asString("").equals("ok") ? 1 : 0;
      }
    }
    return new Answer(List.of(count), raw);
  }

  private String get(String path) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(
            "Prometheus answers %d: %s".formatted(answer.statusCode(), answer.body()));
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static JsonNode data(String raw) throws IOException {
    try {
      JsonNode answer = Json.parse(raw);
      if (!answer.path("status").asString("").equals("success")) {
        throw new IOException("Prometheus does not say success");
      }
      return answer.path("data");
    } catch (JacksonException e) {
      throw new IOException("Prometheus's answer is no JSON", e);
    }
  }

  private static double number(JsonNode text) {
    return switch (text.asString("NaN")) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text.asString("NaN"));
    };
  }
}
