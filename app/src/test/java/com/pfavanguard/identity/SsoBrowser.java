package com.pfavanguard.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** A browser with a cookie jar that follows no redirect by itself, so that a test can interfere. */
final class SsoBrowser {
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final URI server;

  SsoBrowser(URI server) {
    this.server = server;
  }

  /** Where the product sends it to sign in. */
  URI start() {
    return open(server.resolve("/api/auth/sso"));
  }

  /** Where an address leads. */
  URI open(URI address) {
    try {
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 302) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      return server.resolve(answer.headers().firstValue("Location").orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The token of its session; empty when it has none. */
  String session() {
    return cookies().stream()
        .filter(cookie -> cookie.getName().equals("vanguard_session"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }
}
