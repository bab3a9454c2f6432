package com.pfavanguard.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class RequestBoundsTest {
  private static final int LIMIT = 8 * 1024 * 1024;

  @Autowired ApiClient api;

  @Test
  void aBodyBeyondTheLimitIsRefusedByItsLength() {
    ApiAnswer answer = login("x".repeat(LIMIT));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("body_too_large");
    assertThat(answer.body().path("requestId").asString()).isNotEmpty();
  }

  @Test
  void aBodyThatDoesNotSayItsLengthIsReadNoFurtherThanTheLimit() throws Exception {
    String body = "{\"username\":\"x\"," + " ".repeat(LIMIT) + "\"password\":\"y\"}";
    HttpRequest chunked =
        HttpRequest.newBuilder(api.address().resolve("/api/auth/login"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body)))
            .build();

    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(chunked, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("body_too_large");
    }
  }

  @Test
  void aDeeplyNestedBodyIsRefusedBeforeItUnfolds() {
    ApiAnswer answer =
        api.send("POST", "/api/auth/login", "[".repeat(100_000) + "]".repeat(100_000));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("malformed_json");
  }

  @Test
  void aNumberOfThousandsOfDigitsIsRefused() {
    ApiAnswer answer =
        api.send("POST", "/api/auth/login", "{\"username\":" + "9".repeat(100_000) + "}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("malformed_json");
  }

  @Test
  void aBodyWithinTheLimitIsServed() {
    assertThat(login("x".repeat(500_000)).status()).isEqualTo(401);
  }

  private ApiAnswer login(String password) {
    return api.send(
        "POST", "/api/auth/login", "{\"username\":\"nobody\",\"password\":\"" + password + "\"}");
  }
}
