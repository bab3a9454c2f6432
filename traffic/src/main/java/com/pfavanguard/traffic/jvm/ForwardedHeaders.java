package com.pfavanguard.traffic.jvm;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** What the servers believe about the client: only what the proxy saw, never what a client says. */
final class ForwardedHeaders {
  private static final List<String> CLAIMS =
      List.of("X-Forwarded-Port", "X-Forwarded-Prefix", "X-Forwarded-Host", "Forwarded");

  private ForwardedHeaders() {}

  static void replace(HttpServerRequest request) {
    MultiMap headers = request.headers();
    CLAIMS.forEach(headers::remove);
    if (!Streams.wanted(request)) {
      // An upgrade to HTTP/2 would be a tunnel past the switch and past these headers.
      headers.remove("Upgrade").remove("HTTP2-Settings");
    }
    headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
    headers.set("X-Forwarded-Proto", request.isSSL() ? "https" : "http");
    String host = request.getHeader("Host");
    if (host != null) {
      headers.set("X-Forwarded-Host", host);
    }
  }
}
