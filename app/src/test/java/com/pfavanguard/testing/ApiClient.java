package com.pfavanguard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Talks to the server under test as a script would. Immutable; {@code with} returns a copy. */
public final class ApiClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private final Supplier<String> base;
  private final Map<String, String> headers;

  @Autowired
  ApiClient(Environment environment) {
    this(
        () -> "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"), Map.of());
  }

  private ApiClient(Supplier<String> base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  /** For a server that the test started itself. */
  public static ApiClient at(int port) {
    return new ApiClient(() -> "http://127.0.0.1:" + port, Map.of());
  }

  /** The same client, signed in by bearer token as a user of the demonstration. */
  public ApiClient as(String username) {
    return withToken(login(username).body().path("token").asString());
  }

  public ApiClient withToken(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public ApiClient with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ApiClient(base, more);
  }

  /** Signs in as a user of the demonstration. */
  public ApiAnswer login(String username) {
    return post("/api/auth/login", Map.of("username", username, "password", DemoUsers.PASSWORD));
  }

  public ApiAnswer get(String path) {
    return send("GET", path, "");
  }

  /** Sends any object as JSON. */
  public ApiAnswer post(String path, Object body) {
    return send("POST", path, JSON.writeValueAsString(body));
  }

  /** Sends the text as it is, labelled as JSON. */
  public ApiAnswer send(String method, String path, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base.get() + path));
    headers.forEach(request::header);
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return exchange(request.method(method, BodyPublishers.ofString(body)).build());
  }

  /** Where the server listens, for example {@code http://127.0.0.1:41231}. */
  public URI address() {
    return URI.create(base.get());
  }

  private static ApiAnswer exchange(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      String text = response.body();
      return new ApiAnswer(response.statusCode(), response.headers(), text, json(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
