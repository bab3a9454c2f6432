package com.pfavanguard.identity.sso;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param issuer the provider's address as its discovery document names it; empty for no single
 *     sign-on. https, or http to this machine
 * @param clientSecret empty for a public client, which has PKCE alone
 * @param name what the button on the sign-in page says
 * @param usernameClaim the claim of the ID token that holds the username of an account here
 * @param unknownPeople what happens to people without an account
 */
@ConfigurationProperties("vanguard.sso")
public record SsoProperties(
    String issuer,
    String clientId,
    String clientSecret,
    String name,
    List<String> scopes,
    String usernameClaim,
    UnknownPeople unknownPeople) {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Neither gives anybody access to anything. */
  public enum UnknownPeople {
    /** They are told that they have no account. */
    REFUSE,
    /** They get an account without any organization; somebody who manages users lets them in. */
    CREATE
  }

  public SsoProperties {
    if (!issuer.isBlank()) {
      URI address = URI.create(issuer);
      boolean local =
          "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
      if (!local && !"https".equals(address.getScheme())) {
        throw new IllegalArgumentException("vanguard.sso.issuer must be an https address");
      }
      if (clientId.isBlank()) {
        throw new IllegalArgumentException("vanguard.sso.client-id is missing");
      }
    }
  }

  @Override
  public String toString() {
    return "SsoProperties[" + issuer + ", " + clientId + "]";
  }
}
