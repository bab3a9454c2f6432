package com.pfavanguard.traffic.jvm;

import com.pfavanguard.traffic.Changeover;
import com.pfavanguard.traffic.Colour;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.HttpProxy;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The way to the server of one colour, and who is on it. Safe for many threads. */
final class Lane {
  private static final int CONNECTIONS = 512;
  private static final int CONNECT_MILLIS = 2_000;

  /** The server closes a quiet connection after 20 s; whoever sends just then would lose. */
  private static final int IDLE_SECONDS = 10;

  private final Colour colour;
  private final URI server;
  private final HttpProxy proxy;
  private final Map<HttpServerRequest, HttpConnection> requests = new ConcurrentHashMap<>();
  private final Streams streams;

  Lane(Vertx vertx, Colour colour, URI server) {
    this.colour = colour;
    this.server = server;
    this.streams = new Streams(vertx, server);
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout(CONNECT_MILLIS)
            .setKeepAliveTimeout(IDLE_SECONDS)
            .setDecompressionSupported(false);
    HttpClient client =
        vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    this.proxy = HttpProxy.reverseProxy(client).origin(server.getPort(), server.getHost());
  }

  void lead(HttpServerRequest request) {
    request.response().putHeader(Changeover.COLOUR_HEADER, colour.toString());
    if (Streams.wanted(request)) {
      streams.lead(request);
      return;
    }
    requests.put(request, request.connection());
    request.response().endHandler(_ -> requests.remove(request));
    request.response().closeHandler(_ -> requests.remove(request));
    proxy.handle(request);
  }

  URI server() {
    return server;
  }

  int requests() {
    return requests.size();
  }

  int streams() {
    return streams.count();
  }

  void endStreams() {
    streams.end();
  }

  void cutRequests() {
    requests.values().forEach(HttpConnection::close);
  }
}
