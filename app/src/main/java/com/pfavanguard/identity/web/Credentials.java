package com.pfavanguard.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/**
 * The token a request brings. A bearer header wins over the cookie: only a script of our own origin
 * can set it, so it needs no CSRF token.
 */
record Credentials(String token, boolean byCookie) {
  static final String COOKIE = "vanguard_session";
  private static final String BEARER = "Bearer ";

  static Optional<Credentials> of(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null) {
      return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
          ? Optional.of(new Credentials(header.substring(BEARER.length()).strip(), false))
          : Optional.empty();
    }
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null
        ? Optional.empty()
        : Optional.of(new Credentials(cookie.getValue(), true));
  }

  @Override
  public String toString() {
    return "Credentials[byCookie=" + byCookie + "]";
  }
}
