package com.pfavanguard.identity.web;

import com.pfavanguard.identity.NewSession;
import com.pfavanguard.identity.SessionKey;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookies of a browser's session: its token, and the CSRF token derived from it. */
final class SessionCookies {
  private SessionCookies() {}

  static HttpHeaders opened(String token, HttpServletRequest request) {
    return headers(
        token, SessionCsrf.tokenFor(token), NewSession.SIGN_IN_LIFETIME, request.isSecure());
  }

  static HttpHeaders ended(HttpServletRequest request) {
    return headers("", "", Duration.ZERO, request.isSecure());
  }

  /** The session that the browser has now: signing in anew ends it. */
  static Optional<SessionKey> current(HttpServletRequest request) {
    return Credentials.of(request)
        .filter(Credentials::byCookie)
        .map(credentials -> SessionKey.ofToken(credentials.token()));
  }

  private static HttpHeaders headers(String token, String csrf, Duration life, boolean secure) {
    HttpHeaders headers = new HttpHeaders();
    headers.add(
        HttpHeaders.SET_COOKIE,
        cookie(Credentials.COOKIE, token, life, secure).httpOnly(true).build().toString());
    headers.add(
        HttpHeaders.SET_COOKIE, cookie(SessionCsrf.COOKIE, csrf, life, secure).build().toString());
    return headers;
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(
      String name, String value, Duration life, boolean secure) {
    return ResponseCookie.from(name, value)
        .path("/")
        .sameSite("Strict")
        .secure(secure)
        .maxAge(life);
  }
}
