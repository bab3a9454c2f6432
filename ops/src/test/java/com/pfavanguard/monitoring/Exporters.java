package com.pfavanguard.monitoring;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * Stands in for what is not of the product: blackbox_exporter (the probe is real), and the textfile
 * collector through which a release tells of itself. What is not here must come from the product.
 */
final class Exporters implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String RELEASE =
      """
      pfa_release_in_progress 0
      pfa_release_runner_heartbeat_timestamp_seconds 1
      """;

  private final HttpServer server;

  Exporters(String probed) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.createContext(
        "/metrics",
        exchange -> {
          String text =
              RELEASE
                  + "probe_success{target=\"api\"} "
                  + answers(probed + "/health")
                  + "\nprobe_success{target=\"web\"} "
                  + answers(probed + "/")
                  + "\n";
          byte[] body = text.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private static int answers(String url) throws IOException {
    try {
      var request = HttpRequest.newBuilder(URI.create(url)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200 ? 1 : 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
