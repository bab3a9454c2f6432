package com.pfavanguard.identity.sso;

import com.pfavanguard.identity.sso.Arrival.Known;
import com.pfavanguard.identity.sso.Arrival.Reason;
import com.pfavanguard.identity.sso.Arrival.Refused;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds the account of somebody the provider vouches for: by the provider's subject once they have
 * been here, by the configured claim the first time.
 */
final class SsoAccounts {
  private static final Logger log = LoggerFactory.getLogger(SsoAccounts.class);
  private static final int LONGEST_NAME = 200;

  private final SsoProperties properties;
  private final SsoIdentityStore identities;
  private final TransactionOperations transactions;

  SsoAccounts(
      SsoProperties properties, SsoIdentityStore identities, TransactionOperations transactions) {
    this.properties = properties;
    this.identities = identities;
    this.transactions = transactions;
  }

  Arrival arrive(OidcIdToken token) {
    Arrival arrival =
        transactions.execute(
            _ ->
                identities
                    .find(properties.issuer(), subject(token))
                    .map(SsoAccounts::ifEnabled)
                    .orElseGet(() -> firstTime(token)));
    return arrival == null ? new Refused(Reason.NO_ACCOUNT) : arrival;
  }

  private Arrival firstTime(OidcIdToken token) {
    String username = username(token);
    if (username == null) {
      return new Refused(Reason.NO_NAME);
    }
    Optional<SsoIdentityStore.Account> account = identities.findByUsername(username);
    if (account.isEmpty() && properties.unknownPeople() == SsoProperties.UnknownPeople.CREATE) {
      String fullName = token.getFullName();
      account = Optional.of(identities.create(username, fullName == null ? username : fullName));
      log.info("{} came by single sign-on and has an account without access now", username);
    }
    return account
        .map(found -> found.enabled() ? bind(token, found.id()) : new Refused(Reason.DISABLED))
        .orElseGet(() -> new Refused(Reason.NO_ACCOUNT));
  }

  private Arrival bind(OidcIdToken token, UUID user) {
    if (identities.bind(properties.issuer(), subject(token), user)) {
      log.info("Account {} is bound to its single sign-on subject", user);
      return new Known(user);
    }
    return new Refused(Reason.ANOTHER_PERSON);
  }

  private @Nullable String username(OidcIdToken token) {
    String name = token.getClaimAsString(properties.usernameClaim());
    boolean unverified =
        properties.usernameClaim().equals("email")
            && Boolean.FALSE.equals(token.getClaimAsBoolean("email_verified"));
    return name == null || name.isBlank() || name.length() > LONGEST_NAME || unverified
        ? null
        : name.strip().toLowerCase(Locale.ROOT);
  }

  private static Arrival ifEnabled(SsoIdentityStore.Account account) {
    return account.enabled() ? new Known(account.id()) : new Refused(Reason.DISABLED);
  }

  /** The library has refused tokens without one. */
  private static String subject(OidcIdToken token) {
    return Objects.requireNonNull(token.getSubject());
  }
}
