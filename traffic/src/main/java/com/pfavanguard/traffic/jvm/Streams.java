package com.pfavanguard.traffic.jvm;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketBase;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * WebSockets to one server, frame by frame, so that they can be ended as the protocol wants: the
 * client hears "going away" and comes back at once. Safe for many threads.
 */
final class Streams {
  private static final short GOING_AWAY = 1001;
  private static final int BAD_GATEWAY = 502;
  private static final int CONNECT_MILLIS = 2_000;
  private static final int MOST = 20_000;
  private static final int LARGEST_FRAME = 1 << 20;

  private final WebSocketClient client;
  private final URI server;
  private final Set<ServerWebSocket> open = ConcurrentHashMap.newKeySet();

  Streams(Vertx vertx, URI server) {
    this.server = server;
    this.client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxConnections(MOST)
                .setMaxFrameSize(LARGEST_FRAME));
  }

  static boolean wanted(HttpServerRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  /** The server decides first: who is refused there hears its answer. */
  void lead(HttpServerRequest request) {
    request.pause();
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost(server.getHost())
            .setPort(server.getPort())
            .setURI(request.uri())
            .setHeaders(passed(request.headers()));
    client
        .connect(options)
        .onSuccess(far -> join(request, far))
        .onFailure(failure -> refuse(request, failure));
  }

  private void join(HttpServerRequest request, WebSocket far) {
    far.pause();
    request
        .toWebSocket()
        .onSuccess(
            near -> {
              open.add(near);
              near.closeHandler(
                  _ -> {
                    open.remove(near);
                    end(far, near.closeStatusCode());
                  });
              far.closeHandler(_ -> end(near, far.closeStatusCode()));
              pass(near, far);
              pass(far, near);
              far.resume();
            })
        .onFailure(_ -> far.close());
  }

  private static void pass(WebSocketBase from, WebSocketBase to) {
    to.drainHandler(
        _ -> {
          if (!from.isClosed()) {
            from.resume();
          }
        });
    from.exceptionHandler(_ -> end(to, GOING_AWAY));
    from.frameHandler(
        frame -> {
          // Of one that was just closed there may be a frame left.
          if (to.isClosed()) {
            return;
          }
          if (data(frame)) {
            to.writeFrame(frame);
          }
          if (to.writeQueueFull()) {
            from.pause();
          }
        });
  }

  /** Pings are answered, and the end is told, by each side by itself. */
  private static boolean data(WebSocketFrame frame) {
    return frame.isText() || frame.isBinary() || frame.isContinuation();
  }

  /** Codes below 1000 and 1005, 1006, 1015 mean that none was sent; they may not be sent on. */
  private static void end(WebSocketBase socket, @Nullable Short code) {
    short told = code == null ? 0 : code;
    boolean sendable = told >= 1000 && told != 1005 && told != 1006 && told != 1015;
    if (!socket.isClosed()) {
      socket.close(sendable ? told : GOING_AWAY);
    }
  }

  private static void refuse(HttpServerRequest request, Throwable failure) {
    if (failure instanceof UpgradeRejectedException refusal) {
      request.response().headers().addAll(ends(refusal.getHeaders()));
      request.response().setStatusCode(refusal.getStatus());
      if (refusal.getBody() == null) {
        request.response().end();
      } else {
        request.response().end(refusal.getBody());
      }
    } else {
      request.response().setStatusCode(BAD_GATEWAY).end();
    }
  }

  private static MultiMap ends(MultiMap headers) {
    return MultiMap.caseInsensitiveMultiMap()
        .addAll(headers)
        .remove("Connection")
        .remove("Transfer-Encoding")
        .remove("Content-Length");
  }

  /** All but what belongs to the handshake of either side. */
  private static MultiMap passed(MultiMap headers) {
    MultiMap passed = MultiMap.caseInsensitiveMultiMap();
    headers.forEach(
        (name, value) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          boolean handshake =
              lower.startsWith("sec-websocket-")
                  || lower.equals("upgrade")
                  || lower.equals("connection");
          if (!handshake) {
            passed.add(name, value);
          }
        });
    return passed;
  }

  int count() {
    return open.size();
  }

  void end() {
    open.forEach(socket -> end(socket, GOING_AWAY));
  }
}
