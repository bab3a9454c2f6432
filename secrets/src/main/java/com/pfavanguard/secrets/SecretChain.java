package com.pfavanguard.secrets;

import java.util.List;
import java.util.Optional;

/**
 * Places in the order of preference. A place that cannot be asked is an error and not a reason to
 * look further down, where an old value may lie.
 */
public record SecretChain(List<SecretSource> sources) implements SecretSource {
  @Override
  public Optional<SecretValue> read(SecretName name) {
    for (SecretSource source : sources) {
      Optional<SecretValue> found = source.read(name);
      if (found.isPresent() && !found.get().text().isEmpty()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
