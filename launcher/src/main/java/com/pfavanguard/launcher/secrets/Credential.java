package com.pfavanguard.launcher.secrets;

import com.pfavanguard.secrets.SecretUnavailable;
import com.pfavanguard.secrets.SecretValue;
import com.pfavanguard.secrets.check.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One credential of a deployment.
 *
 * @param name as in the output
 * @param found where the deployment keeps it; empty where it keeps none
 * @param check tries its text
 */
record Credential(
    String name, Supplier<Optional<SecretValue>> found, Function<String, Verdict> check) {

  /**
   * What trying it has shown.
   *
   * @param source where it was found, empty where it was not
   */
  record Tried(String name, String source, Verdict verdict) {}

  Tried tried() {
    try {
      Optional<SecretValue> value = found.get();
      return value.isEmpty()
          ? new Tried(name, "", Verdict.notConfigured())
          : new Tried(name, value.get().source(), verdict(value.get()));
    } catch (SecretUnavailable e) {
      String detail = String.valueOf(e.getMessage());
      Verdict verdict = e.refused() ? Verdict.invalid(detail) : Verdict.unreachable(detail);
      return new Tried(name, "", verdict);
    }
  }

  private Verdict verdict(SecretValue value) {
    return check.apply(value.text()).until(value.expiresAt(), Instant.now());
  }
}
