package com.pfavanguard.launcher.client;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The product's HTTP API as one caller sees it: anonymous, or with a bearer token. */
public final class VanguardApi {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient client;
  private final String address;
  private final @Nullable String token;

  private VanguardApi(HttpClient client, String address, @Nullable String token) {
    this.client = client;
    this.address = address.replaceFirst("/+$", "");
    this.token = token;
  }

  public static VanguardApi anonymous(String address) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    return new VanguardApi(client, address, null);
  }

  public VanguardApi withToken(String bearer) {
    return new VanguardApi(client, address, bearer);
  }

  /**
   * @throws Refusal when the server does not accept the login
   */
  public VanguardApi login(String username, String password)
      throws IOException, InterruptedException {
    JsonNode credentials = Json.object().put("username", username).put("password", password);
    Answer answer = post("/api/auth/login", credentials);
    String bearer = answer.body().path("token").asString("");
    if (answer.status() != 200 || bearer.isEmpty()) {
      throw new Refusal("the login of " + username + " was refused: " + answer.problem());
    }
    return withToken(bearer);
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  public Answer post(String path, JsonNode body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.line(body))));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return Answer.of(client.send(request.build(), BodyHandlers.ofString()));
  }

  /** Opens the live updates of the caller's organizations. */
  public LiveUpdates live() throws IOException, InterruptedException {
    URI uri = URI.create(address.replaceFirst("^http", "ws") + "/ws/sync-status");
    return LiveUpdates.open(client, uri, token);
  }
}
