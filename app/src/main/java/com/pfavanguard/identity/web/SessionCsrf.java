package com.pfavanguard.identity.web;

import com.pfavanguard.identity.SessionKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * CSRF tokens derived from the session: nothing to store, and a cookie planted by another subdomain
 * does not fit. The page reads it from a cookie that only our origin can read.
 */
final class SessionCsrf implements CsrfTokenRepository {
  static final String COOKIE = "XSRF-TOKEN";
  private static final String HEADER = "X-XSRF-TOKEN";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /**
   * Unsafe requests of browsers; whoever has no session is told so before any CSRF token is asked.
   */
  static final RequestMatcher NEEDED =
      request ->
          !SAFE.contains(request.getMethod())
              && !request.getRequestURI().equals("/api/auth/login")
              && SessionAuthentication.isByCookie(
                  SecurityContextHolder.getContext().getAuthentication());

  static String tokenFor(String sessionToken) {
    return SessionKey.ofToken("csrf:" + sessionToken).hex();
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return new DefaultCsrfToken(HEADER, "_csrf", "none");
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    // Derived, never stored; signing in hands out the cookie.
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication instanceof SessionAuthentication session && session.csrfToken() != null
        ? new DefaultCsrfToken(HEADER, "_csrf", session.csrfToken())
        : null;
  }
}
