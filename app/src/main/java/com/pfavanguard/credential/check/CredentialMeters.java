package com.pfavanguard.credential.check;

import com.pfavanguard.secrets.check.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * pfa_credential_valid{credential}: 1 good, 0 not; NaN, which no alert compares with, where nothing
 * is configured or nothing is known yet; what cannot be reached stays as it was.
 * pfa_credential_expiry_timestamp_seconds{credential}: when it ends, 0 where nobody says.
 */
@Component
class CredentialMeters {
  private final MultiGauge valid;
  private final MultiGauge expiry;
  private final Map<String, Level> levels = new TreeMap<>();

  CredentialMeters(MeterRegistry registry) {
    valid =
        MultiGauge.builder("pfa.credential.valid")
            .description("Whether the credential worked when it was tried last")
            .register(registry);
    expiry =
        MultiGauge.builder("pfa.credential.expiry.timestamp.seconds")
            .description("When the credential ends, in seconds since 1970")
            .register(registry);
  }

  private record Level(double valid, double expiry) {
    static final Level UNKNOWN = new Level(Double.NaN, 0);

    static Level of(Verdict verdict) {
      double end = verdict.expiresAt() == null ? 0 : verdict.expiresAt().toEpochMilli() / 1000.0;
      return new Level(verdict.status().good() ? 1 : 0, end);
    }
  }

  synchronized void show(Map<String, Verdict> verdicts) {
    levels.keySet().retainAll(verdicts.keySet());
    verdicts.forEach(this::note);
    valid.register(
        levels.entrySet().stream()
            .map(e -> MultiGauge.Row.of(Tags.of("credential", e.getKey()), e.getValue().valid()))
            .toList(),
        true);
    expiry.register(
        levels.entrySet().stream()
            .map(e -> MultiGauge.Row.of(Tags.of("credential", e.getKey()), e.getValue().expiry()))
            .toList(),
        true);
  }

  private void note(String label, Verdict verdict) {
    switch (verdict.status()) {
      case valid, expires, invalid -> levels.put(label, Level.of(verdict));
      case unreachable -> levels.putIfAbsent(label, Level.UNKNOWN);
      case not_configured -> levels.put(label, Level.UNKNOWN);
    }
  }
}
