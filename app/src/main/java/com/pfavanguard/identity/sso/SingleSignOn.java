package com.pfavanguard.identity.sso;

import com.pfavanguard.identity.sso.Arrival.Known;
import com.pfavanguard.identity.sso.Arrival.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Signing in through the company's provider: authorization code with PKCE, state and nonce, by
 * Spring Security. It ends in a session of ours like any other.
 */
public final class SingleSignOn {
  /** Sends the browser to the provider. */
  public static final String START = "/api/auth/sso";

  /** Where the provider sends it back. */
  public static final String CALLBACK = START + "/callback";

  private static final Logger log = LoggerFactory.getLogger(SingleSignOn.class);

  /** Opens a session for somebody who may come in. */
  @FunctionalInterface
  public interface Door {
    void open(UUID userId, HttpServletRequest request, HttpServletResponse response)
        throws IOException;
  }

  private final SsoAccounts accounts;
  private final Provider provider;
  private final String name;

  SingleSignOn(SsoAccounts accounts, Provider provider, String name) {
    this.accounts = accounts;
    this.provider = provider;
    this.name = name;
  }

  /** What the button says. */
  public String name() {
    return name;
  }

  /** Adds it to the requests that are served. */
  public void offer(HttpSecurity http, Door door) {
    http.oauth2Login(login -> offer(login, door));
  }

  private void offer(OAuth2LoginConfigurer<HttpSecurity> login, Door door) {
    login
        .clientRegistrationRepository(provider.registrations())
        .authorizedClientRepository(new NoProviderTokens())
        .loginPage("/")
        .authorizationEndpoint(
            start ->
                start
                    .authorizationRequestResolver(new StartOfSignIn(provider.registrations()))
                    .authorizationRequestRepository(provider.attempts()))
        .redirectionEndpoint(back -> back.baseUri(CALLBACK))
        .tokenEndpoint(token -> token.accessTokenResponseClient(provider.tokens()))
        .userInfoEndpoint(
            user ->
                user.oidcUserService(asked -> new DefaultOidcUser(List.of(), asked.getIdToken())))
        .successHandler((request, response, who) -> enter(request, response, who, door))
        .failureHandler(SingleSignOn::failed)
        .withObjectPostProcessor(
            new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
              @Override
              public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(SingleSignOn::failed);
                return filter;
              }
            });
  }

  private void enter(
      HttpServletRequest request, HttpServletResponse response, Authentication who, Door door)
      throws IOException {
    if (!(who.getPrincipal() instanceof OidcUser user)) {
      throw new IllegalStateException("The provider answered without an ID token");
    }
    switch (accounts.arrive(user.getIdToken())) {
      case Known(UUID userId) -> door.open(userId, request, response);
      case Refused(Arrival.Reason reason) -> back(response, reason.code());
    }
  }

  private static void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    String cause =
        reason instanceof OAuth2AuthenticationException oauth
            ? oauth.getError().getErrorCode()
            : "no answer of the provider";
    log.info("Single sign-on failed: {}", cause.replaceAll("[^A-Za-z0-9_ -]", "?"));
    back(response, "failed");
  }

  /** The sign-in page says what it means. */
  private static void back(HttpServletResponse response, String code) throws IOException {
    response.sendRedirect("/?sso=" + code);
  }
}
