package com.pfavanguard.secrets;

import java.util.Optional;

/** One place where secrets are kept. Safe for many threads. */
public interface SecretSource {
  /**
   * The secret as it is there now; empty when this place does not hold it.
   *
   * @throws SecretUnavailable when the place cannot tell
   */
  Optional<SecretValue> read(SecretName name);
}
