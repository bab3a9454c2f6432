package com.pfavanguard.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * WebSocket upgrades by cookie must come from a page of ours: browsers send cookies with them from
 * any page, and no CSRF token can be asked for.
 */
final class OwnOrigin implements AuthorizationManager<RequestAuthorizationContext> {
  private final List<String> allowed;

  /**
   * @param allowed further origins, such as https://pfavanguard.com behind a CDN
   */
  OwnOrigin(List<String> allowed) {
    this.allowed = allowed;
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    Authentication given = authentication.get();
    boolean known = given instanceof SessionAuthentication;
    return new AuthorizationDecision(
        known && (!SessionAuthentication.isByCookie(given) || isOwn(context.getRequest())));
  }

  private boolean isOwn(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null) {
      return false;
    }
    return allowed.contains(origin) || hostOf(origin).equals(request.getHeader(HttpHeaders.HOST));
  }

  private static String hostOf(String origin) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
