package com.pfavanguard.traffic.jvm;

import com.pfavanguard.traffic.Colour;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The public address of a deployment on one machine; {@link JvmSwitch} turns it. */
public final class JvmProxy implements AutoCloseable {
  private static final Duration START_BOUND = Duration.ofSeconds(10);
  private static final Duration STOP_BOUND = Duration.ofSeconds(10);

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final ControlServer control;

  /**
   * Returns when it serves.
   *
   * @throws IOException when the port or the folder cannot be had
   */
  public JvmProxy(ProxySettings settings) throws IOException {
    ActiveColour active = new ActiveColour(settings.activeFile());
    Lanes lanes = new Lanes(lane(settings, Colour.BLUE), lane(settings, Colour.GREEN));
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(settings.address())
            .setPort(settings.port())
            // The library passes a body of HTTP/2 on without its length, and fails.
            .setHttp2ClearTextEnabled(false)
            .setMaxWebSocketFrameSize(1 << 20);
    try {
      this.server =
          vertx
              .createHttpServer(options)
              .requestHandler(request -> lead(request, lanes.of(active.now())))
              .listen()
              .toCompletionStage()
              .toCompletableFuture()
              .get(START_BOUND.toSeconds(), TimeUnit.SECONDS);
      this.control =
          new ControlServer(
              ProxySettings.socket(settings.folder()), new Commands(active, lanes, port()));
    } catch (ExecutionException | TimeoutException | IOException e) {
      vertx.close();
      throw new IOException("the proxy cannot serve at port " + settings.port() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while starting the proxy", e);
    }
  }

  private Lane lane(ProxySettings settings, Colour colour) {
    return new Lane(vertx, colour, settings.server(colour));
  }

  private static void lead(HttpServerRequest request, Lane lane) {
    ForwardedHeaders.replace(request);
    lane.lead(request);
  }

  public int port() {
    return server.actualPort();
  }

  /** Ends at once: who wants requests to finish drains first. */
  @Override
  public void close() throws IOException {
    control.close();
    try {
      vertx
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(STOP_BOUND.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the proxy did not stop in order", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
