package com.pfavanguard.release.rehearsal;

import com.pfavanguard.release.journal.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Those outside of the company, as far as a release speaks with them: status page, chat,
 * PagerDuty's events, CloudFront's invalidations. In-process, each by its own protocol.
 */
final class Extras implements AutoCloseable {
  /** One request that was taken. */
  record Heard(String path, String body) {}

  private final HttpServer server;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger invalidations = new AtomicInteger();

  Extras() throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Heard> heard() {
    return List.copyOf(heard);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int status = status(path, body);
    if (status < 300) {
      heard.add(new Heard(path, body));
    }
    String said = path.contains("/distribution/") ? invalidation() : "{}";
    byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static int status(String path, String body) {
    if (path.startsWith("/v2/")) {
      return isEvent(path, body) ? 202 : 400;
    }
    return path.contains("/distribution/") || path.endsWith("/incidents") ? 201 : 200;
  }

  /** What PagerDuty insists on. */
  private static boolean isEvent(String path, String body) {
    var event = Json.parse(body);
    boolean told = event.path("payload").path("summary").isString();
    boolean known = event.path("routing_key").asString("").length() == 32;
    return known && told && (path.endsWith("/change/enqueue") || event.has("event_action"));
  }

  private String invalidation() {
    return "<Invalidation><Id>REHEARSED%04d</Id><Status>InProgress</Status></Invalidation>"
        .formatted(invalidations.incrementAndGet());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
