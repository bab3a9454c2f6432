package com.pfavanguard.trial.mutant;

import com.pfavanguard.launcher.console.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands between a worker and PEMS. What it does to an UPDATE on the way is the mutant's affair.
 */
public final class PemsProxy implements AutoCloseable {
  /** How a request about one record is passed on. */
  public interface Passage {
    /**
     * @param action GET or UPDATE
     */
    HttpResponse<byte[]> pass(String action, ObjectNode body, Upstream pems)
        throws IOException, InterruptedException;
  }

  /** The real PEMS. */
  public interface Upstream {
    HttpResponse<byte[]> send(byte[] body) throws IOException, InterruptedException;
  }

  private static final Set<String> PASSED =
      Set.of("authorization", "tenant", "organization", "role", "apiversion", "content-type");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final URI real;
  private final Passage passage;

  public PemsProxy(String real, Passage passage) throws IOException {
    this.real = URI.create(real);
    this.passage = passage;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** What the worker is told instead of PEMS's own address. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + real.getPath();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Upstream upstream =
          bytes -> client.send(request(exchange, bytes), BodyHandlers.ofByteArray());
      answer(exchange, pass(body, upstream));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> pass(byte[] body, Upstream upstream)
      throws IOException, InterruptedException {
    if (json(body) instanceof ObjectNode object) {
      String action = object.path("USERDEFINEDSERVICEACTION").asString("");
      if (action.equals("GET") || action.equals("UPDATE")) {
        return passage.pass(action, object, upstream);
      }
    }
    return upstream.send(body);
  }

  /** A request as bytes again. */
  public static byte[] bytes(ObjectNode body) {
    return Json.line(body).getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode json(byte[] body) {
    try {
      return Json.parse(new String(body, StandardCharsets.UTF_8));
    } catch (JacksonException notJson) {
      return Json.object();
    }
  }

  private HttpRequest request(HttpExchange exchange, byte[] body) {
    URI target = real.resolve(exchange.getRequestURI());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    answer
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
