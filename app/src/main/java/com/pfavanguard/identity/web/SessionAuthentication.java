package com.pfavanguard.identity.web;

import com.pfavanguard.identity.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;

/** A request whose session is good. */
final class SessionAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient SignedIn signedIn;
  private final boolean byCookie;

  /** Set for cookies only: the CSRF token that belongs to this session. */
  private final transient @Nullable String csrfToken;

  SessionAuthentication(SignedIn signedIn, Credentials credentials) {
    super(List.of());
    this.signedIn = signedIn;
    this.byCookie = credentials.byCookie();
    this.csrfToken = byCookie ? SessionCsrf.tokenFor(credentials.token()) : null;
    setAuthenticated(true);
  }

  static boolean isByCookie(@Nullable Authentication authentication) {
    return authentication instanceof SessionAuthentication session && session.byCookie;
  }

  @Nullable String csrfToken() {
    return csrfToken;
  }

  @Override
  public SignedIn getPrincipal() {
    return signedIn;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public String getName() {
    return signedIn.caller().username();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SessionAuthentication session
        && session.signedIn.equals(signedIn)
        && session.byCookie == byCookie;
  }

  @Override
  public int hashCode() {
    return signedIn.hashCode();
  }
}
