package com.pfavanguard.credential.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets in who has a right password, as PEMS does, or a right key, as Gemini does. */
final class PemsDoor implements AutoCloseable {
  private final HttpServer server;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refusals = new AtomicInteger();
  private final Set<String> addresses = ConcurrentHashMap.newKeySet();
  private volatile String password = "";
  private volatile boolean repeating;

  PemsDoor() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void opensFor(String password) {
    this.password = password;
  }

  boolean letIn(String password) {
    return seen.contains(password);
  }

  /** Calls that were not let in. */
  int refusals() {
    return refusals.get();
  }

  /** As a proxy does that shows the request it could not make sense of. */
  void repeatsWhatItIsTold() {
    repeating = true;
  }

  void repeatsNothing() {
    repeating = false;
  }

  /** What it was asked for, with the queries. */
  Set<String> addresses() {
    return addresses;
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    addresses.add(exchange.getRequestURI().toString());
    String right =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("vanguard:" + password).getBytes(StandardCharsets.UTF_8));
    String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    boolean good =
        authorization.equals(right) || exchange.getRequestHeaders().containsKey("x-goog-api-key");
    if (authorization.equals(right)) {
      seen.add(password);
    } else if (!good) {
      refusals.incrementAndGet();
    }
    if (repeating) {
      send(exchange, 400, "refused " + authorization + inEveryForm(authorization));
    } else {
      send(exchange, good ? 200 : 401, good ? "{}" : "refused " + authorization);
    }
  }

  private static String inEveryForm(String authorization) {
    String basic = authorization.substring(authorization.indexOf(' ') + 1);
    String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
    String secret = pair.substring(pair.indexOf(':') + 1);
    return " %s <%s> <%s> ?p=%s"
        .formatted(
            pair,
            secret,
            Canaries.base64(secret),
            URLEncoder.encode(secret, StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
