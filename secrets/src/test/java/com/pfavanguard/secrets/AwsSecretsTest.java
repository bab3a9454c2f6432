package com.pfavanguard.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.secrets.aws.AwsOptions;
import com.pfavanguard.secrets.aws.AwsSecrets;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a stub that speaks GetSecretValue: no emulator of the service exists. */
class AwsSecretsTest {
  private final Map<String, String> kept = new ConcurrentHashMap<>();
  private final List<String> seen = new ArrayList<>();
  private int refusedWith;
  private HttpServer service;
  private AwsSecrets secrets;

  @BeforeEach
  void start() throws IOException {
    System.setProperty("aws.accessKeyId", "AKIATEST");
    System.setProperty("aws.secretAccessKey", "canary-of-the-signing-key");
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    service.createContext("/", this::answer);
    service.start();
    String endpoint = "http://127.0.0.1:" + service.getAddress().getPort();
    secrets = new AwsSecrets(new AwsOptions("prod/vanguard/", "eu-central-1", endpoint));
  }

  @AfterEach
  void stop() {
    service.stop(0);
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String signature = exchange.getRequestHeaders().getFirst("Authorization");
    seen.add(target + " " + signature);
    String id = body.replaceAll(".*\"SecretId\":\"([^\"]*)\".*", "$1");
    String value = kept.get(id);
    if (refusedWith != 0) {
      send(exchange, refusedWith, "{\"__type\":\"AccessDeniedException\",\"Message\":\"no\"}");
    } else if (value == null) {
      send(exchange, 400, "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"none\"}");
    } else {
      send(exchange, 200, "{\"Name\":\"" + id + "\",\"SecretString\":\"" + value + "\"}");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void asksByPrefixAndNameAndSigns() {
    kept.put("prod/vanguard/redis", "rediss://:pw@cache:6379");
    SecretValue found = secrets.read(SecretName.REDIS).orElseThrow();
    assertThat(found.text()).isEqualTo("rediss://:pw@cache:6379");
    assertThat(found.source()).isEqualTo("aws");
    assertThat(seen)
        .singleElement()
        .asString()
        .startsWith("secretsmanager.GetSecretValue AWS4-HMAC-SHA256 Credential=AKIATEST/")
        .contains("/eu-central-1/secretsmanager/aws4_request");
  }

  @Test
  void whatChangesThereIsSeenByTheNextRead() {
    kept.put("prod/vanguard/redis", "old");
    assertThat(secrets.read(SecretName.REDIS).orElseThrow().text()).isEqualTo("old");
    kept.put("prod/vanguard/redis", "new");
    assertThat(secrets.read(SecretName.REDIS).orElseThrow().text()).isEqualTo("new");
  }

  @Test
  void whatIsNotThereMayBeElsewhereButARefusalIsAnError() {
    assertThat(secrets.read(SecretName.GEMINI)).isEmpty();
    refusedWith = 400;
    assertThatThrownBy(() -> secrets.read(SecretName.GEMINI))
        .isInstanceOfSatisfying(
            SecretUnavailable.class,
            refused -> {
              assertThat(refused.refused()).isTrue();
              assertThat(refused)
                  .hasMessageContaining("AccessDeniedException")
                  .hasMessageNotContaining("canary");
            });
  }
}
