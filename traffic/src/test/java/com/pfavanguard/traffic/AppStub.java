package com.pfavanguard.traffic;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Stands for a server of the product: says its version, takes its time when asked to, and echoes
 * over WebSockets. Its readiness is at the same port.
 */
public final class AppStub implements AutoCloseable {
  private final String version;
  private final HttpServer server;
  private final CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
  private volatile boolean healthy = true;

  public AppStub(Vertx vertx, String version) {
    this.version = version;
    this.server =
        await(
            vertx
                .createHttpServer()
                .webSocketHandler(this::greet)
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1"));
  }

  private void greet(ServerWebSocket socket) {
    socket.writeTextMessage(version);
    socket.textMessageHandler(text -> socket.writeTextMessage(version + " heard " + text));
  }

  private void answer(HttpServerRequest request) {
    switch (request.path()) {
      case "/health" ->
          request
              .response()
              .setStatusCode(healthy ? 200 : 503)
              .end(
                  "{\"status\":\"%s\",\"version\":\"%s\"}"
                      .formatted(healthy ? "healthy" : "unhealthy", version));
      case "/actuator/health/readiness" -> request.response().end("{}");
      case "/held" -> held.complete(request);
      case "/headers" -> request.response().end(request.headers().toString());
      default -> request.response().end(version);
    }
  }

  /** The request to {@code /held}, which is not answered before {@link #finishHeld}. */
  void awaitHeld() {
    held.orTimeout(10, TimeUnit.SECONDS).join();
  }

  void finishHeld() {
    held.join().response().end(version);
  }

  void fallIll() {
    healthy = false;
  }

  public int port() {
    return server.actualPort();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** At once, with every connection. */
  @Override
  public void close() {
    await(server.close());
  }

  private static <T> T await(io.vertx.core.Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
