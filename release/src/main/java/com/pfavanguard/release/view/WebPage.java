package com.pfavanguard.release.view;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.run.Audience;
import com.pfavanguard.release.story.Story;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/**
 * The live view as a page, for those who are not at the terminal. It shows and takes nothing: no
 * form, no cookie, nothing from elsewhere.
 */
public final class WebPage implements Audience, AutoCloseable {
  private static final String STYLE = resource("page.css");
  private static final String SCRIPT = resource("page.js");
  private static final String POLICY =
      StylePolicy.of(STYLE)
          + "; script-src '%s'; connect-src 'self'; img-src data:; frame-ancestors 'none'"
              .formatted(StylePolicy.source(SCRIPT));
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <title>Release</title><link rel="icon" href="data:,"><style>%s</style></head>
      <body><main><h1 id="title">Release</h1><p id="stale" role="status"></p><div id="scene"></div></main>
      <script>%s</script></body></html>
      """
          .formatted(STYLE, SCRIPT);

  private final Definition definition;
  private final HttpServer server;
  private volatile String scene = "";

  private WebPage(Definition definition, HttpServer server) {
    this.definition = definition;
    this.server = server;
  }

  /**
   * @param address loopback, unless others may see it; port 0 takes a free one
   */
  public static WebPage open(Definition definition, InetSocketAddress address) throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    WebPage page = new WebPage(definition, server);
    server.createContext("/", page::answer);
    server.start();
    return page;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void look(Story story, Instant now) {
    scene = Json.canonical(SceneJson.of(Scene.of(definition, story, now)));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Guard guard = new Guard(exchange, server.getAddress());
      if (!guard.admits()) {
        send(exchange, guard.refusal(), "text/plain", "refused");
        return;
      }
      String shown = scene;
      switch (exchange.getRequestURI().getPath()) {
        case "/" -> send(exchange, 200, "text/html", PAGE);
        case "/scene.json" ->
            send(exchange, shown.isEmpty() ? 503 : 200, "application/json", shown);
        default -> send(exchange, 404, "text/plain", "not here");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + ";charset=utf-8");
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(content);
    }
  }

  private static String resource(String name) {
    try (InputStream content = WebPage.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(content, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
