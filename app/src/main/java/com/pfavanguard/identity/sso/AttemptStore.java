package com.pfavanguard.identity.sso;

import com.pfavanguard.identity.SessionKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/** Attempts in the database: the browser may come back to another server than it left. */
final class AttemptStore {
  private final JdbcClient jdbc;
  private final ClientRegistrationRepository providers;

  AttemptStore(JdbcClient jdbc, ClientRegistrationRepository providers) {
    this.jdbc = jdbc;
    this.providers = providers;
  }

  void add(SessionKey browser, OAuth2AuthorizationRequest attempt, Duration validity) {
    jdbc.sql(
            """
            WITH forgotten AS (DELETE FROM sso_attempt WHERE expires_at < now())
            INSERT INTO sso_attempt (state_hash, browser_hash, nonce, code_verifier, redirect_uri, expires_at)
            VALUES (:state, :browser, :nonce, :verifier, :redirect, now() + make_interval(secs => :seconds))
            """)
        .param("state", SessionKey.ofToken(Objects.requireNonNull(attempt.getState())).bytes())
        .param("browser", browser.bytes())
        .param("nonce", attempt.getAttribute(OidcParameterNames.NONCE))
        .param("verifier", attempt.getAttribute(PkceParameterNames.CODE_VERIFIER))
        .param("redirect", attempt.getRedirectUri())
        .param("seconds", validity.toSeconds())
        .update();
  }

  /** Uses an attempt up; empty when it is unknown, used, too old or another browser's. */
  Optional<OAuth2AuthorizationRequest> use(SessionKey browser, String state) {
    return jdbc.sql(
            """
            DELETE FROM sso_attempt WHERE state_hash = ? AND browser_hash = ? AND expires_at > now()
            RETURNING nonce, code_verifier, redirect_uri
            """)
        .param(SessionKey.ofToken(state).bytes())
        .param(browser.bytes())
        .query((row, _) -> attempt(row, state))
        .optional();
  }

  private OAuth2AuthorizationRequest attempt(ResultSet row, String state) throws SQLException {
    ClientRegistration provider =
        Objects.requireNonNull(providers.findByRegistrationId(ProviderOnFirstUse.ID));
    Map<String, Object> remembered =
        Map.of(
            OAuth2ParameterNames.REGISTRATION_ID,
            ProviderOnFirstUse.ID,
            OidcParameterNames.NONCE,
            row.getString("nonce"),
            PkceParameterNames.CODE_VERIFIER,
            row.getString("code_verifier"));
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(
            Objects.requireNonNull(provider.getProviderDetails().getAuthorizationUri()))
        .clientId(provider.getClientId())
        .redirectUri(row.getString("redirect_uri"))
        .scopes(provider.getScopes())
        .state(state)
        .attributes(attributes -> attributes.putAll(remembered))
        .build();
  }
}
