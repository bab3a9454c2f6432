package com.pfavanguard.identity.sso;

import com.pfavanguard.identity.SecretTokens;
import com.pfavanguard.identity.SessionKey;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.util.WebUtils;

/**
 * Sign-ins under way. Each belongs to the browser that began it, so that nobody is signed in by a
 * link that somebody else prepared, and is good once.
 */
final class Attempts implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  static final Duration VALIDITY = Duration.ofMinutes(10);
  static final String COOKIE = "vanguard_sso";

  private final AttemptStore store;

  Attempts(AttemptStore store) {
    this.store = store;
  }

  /** Nothing but coming back reads one, and that uses it up. */
  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return null;
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest attempt,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (attempt != null) {
      String browser = SecretTokens.next("");
      store.add(SessionKey.ofToken(browser), attempt, VALIDITY);
      setCookie(request, response, browser, VALIDITY);
    }
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    String state = request.getParameter(OAuth2ParameterNames.STATE);
    Cookie browser = WebUtils.getCookie(request, COOKIE);
    if (state == null || browser == null) {
      return null;
    }
    setCookie(request, response, "", Duration.ZERO);
    return store.use(SessionKey.ofToken(browser.getValue()), state).orElse(null);
  }

  private static void setCookie(
      HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
    // Lax: it must come along when the provider sends the browser back.
    var cookie =
        ResponseCookie.from(COOKIE, value)
            .path(SingleSignOn.START)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(life);
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
  }
}
