package com.pfavanguard.identity.sso;

import java.util.Locale;
import java.util.UUID;

/** Whom the provider sent us, judged. */
public sealed interface Arrival {
  /** Somebody with an account that may be used. */
  record Known(UUID userId) implements Arrival {}

  /** Somebody who does not get in. */
  record Refused(Reason reason) implements Arrival {}

  /** Why; the page says it in words. */
  enum Reason {
    /** The token lacks the claim that names the account, or says it is unverified. */
    NO_NAME,
    NO_ACCOUNT,
    /** The account belongs to another subject of the provider. */
    ANOTHER_PERSON,
    DISABLED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
