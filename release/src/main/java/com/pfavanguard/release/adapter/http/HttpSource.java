package com.pfavanguard.release.adapter.http;

import com.pfavanguard.release.adapter.Observation;
import com.pfavanguard.release.adapter.Query;
import com.pfavanguard.release.adapter.Source;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A field of a health answer: {@code /health/db/connections} is {@code connections} of {@code
 * /health/db}. {@code status} counts 1 when it says healthy, {@code version} when it is the new
 * one, truth 1.
 */
public final class HttpSource implements Source {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final List<String> PAGES = List.of("/health/write-sync", "/health/db", "/health");

  private final URI base;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  public HttpSource(URI base, Clock clock) {
    this.base = base;
    this.clock = clock;
  }

  @Override
  public Observation read(Query query) {
    Instant now = clock.instant();
    String page =
        PAGES.stream()
            .filter(known -> query.read().startsWith(known + "/"))
            .findFirst()
            .orElse(query.read());
    String field = query.read().substring(page.length());
    String resolved = base.resolve(page) + (field.isEmpty() ? "" : " " + field);
    try {
      HttpRequest request = HttpRequest.newBuilder(base.resolve(page)).timeout(PATIENCE).build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      Reading reading = field.isEmpty() ? status(answer) : field(query, answer.body(), field);
      return new Observation(reading, resolved, now, answer.body());
    } catch (IOException | JacksonException e) {
      return new Observation(new Reading.Broken(e.toString()), resolved, now, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Observation(new Reading.Broken("interrupted"), resolved, now, "");
    }
  }

  private static Reading status(HttpResponse<String> answer) {
    return count(BigDecimal.valueOf(answer.statusCode()));
  }

  private static Reading field(Query query, String body, String field) {
    JsonNode value = Json.parse(body).at(field);
    if (field.equals("/status")) {
      return truth(value.asString("").equals("healthy"));
    }
    if (field.equals("/version")) {
      return truth(value.asString("").equals(query.release().version()));
    }
    if (value.isNumber()) {
      Unit unit = query.unit() == null ? Unit.COUNT : Unit.baseOf(query.unit().dimension());
      return new Reading.Level(new Quantity(value.decimalValue(), unit));
    }
    if (value.isBoolean()) {
      return truth(value.booleanValue());
    }
    return value.isString()
        ? new Reading.Words(value.asString())
        : new Reading.Nothing("the answer has no " + field);
  }

  private static Reading truth(boolean holds) {
    return count(holds ? BigDecimal.ONE : BigDecimal.ZERO);
  }

  private static Reading count(BigDecimal number) {
    return new Reading.Level(new Quantity(number, Unit.COUNT));
  }
}
