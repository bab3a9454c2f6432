package com.pfavanguard.secrets;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Secrets from the configuration of this process, which does not change while it runs.
 *
 * @param values by name; null or blank where there is none
 */
public record EnvironmentSecrets(Function<SecretName, @Nullable String> values)
    implements SecretSource {
  @Override
  public Optional<SecretValue> read(SecretName name) {
    String value = values.apply(name);
    return value == null || value.isBlank()
        ? Optional.empty()
        : Optional.of(SecretValue.parse(value, "environment"));
  }
}
