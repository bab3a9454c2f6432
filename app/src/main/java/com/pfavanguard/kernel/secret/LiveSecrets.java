package com.pfavanguard.kernel.secret;

import com.pfavanguard.secrets.SecretName;
import com.pfavanguard.secrets.SecretSource;
import com.pfavanguard.secrets.SecretUnavailable;
import com.pfavanguard.secrets.SecretValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Secrets as they are now: read when first asked for, read again every minute, and at once when one
 * was refused. Nobody may keep a text longer than one use. Safe for many threads.
 */
@Component
public class LiveSecrets {
  private static final Logger log = LoggerFactory.getLogger(LiveSecrets.class);

  /** However many are refused at once, their keeper is asked so often at most. */
  private static final long BETWEEN_READS_NANOS = Duration.ofSeconds(1).toNanos();

  private final SecretSource source;
  private final Map<SecretName, Held> held = new ConcurrentHashMap<>();
  private final Map<SecretName, List<Runnable>> listeners = new ConcurrentHashMap<>();

  public LiveSecrets(SecretSource source) {
    this.source = source;
  }

  private record Held(Optional<SecretValue> value, long readAt) {
    static Held now(Optional<SecretValue> value) {
      return new Held(value, System.nanoTime());
    }

    String text() {
      return value.map(SecretValue::text).orElse("");
    }
  }

  /**
   * @throws SecretUnavailable when it was never read and its keeper cannot be asked
   */
  public Optional<SecretValue> find(SecretName name) {
    return held.computeIfAbsent(name, n -> Held.now(source.read(n))).value();
  }

  /** Its text, empty where there is none. */
  public String text(SecretName name) {
    return find(name).map(SecretValue::text).orElse("");
  }

  /**
   * Whether there is another text than the one that was just refused; asks the keeper when it must.
   */
  public boolean renewed(SecretName name, String refused) {
    Held known = held.get(name);
    if (known != null
        && known.text().equals(refused)
        && System.nanoTime() - known.readAt() > BETWEEN_READS_NANOS) {
      readAgain(name);
    }
    return !text(name).equals(refused);
  }

  /** Runs the listener after the secret has changed. */
  public void onChange(SecretName name, Runnable listener) {
    listeners.computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>()).add(listener);
  }

  /** Asks the keepers of all secrets now. */
  @Scheduled(
      fixedDelayString = "${vanguard.secrets.refresh:60s}",
      initialDelayString = "${vanguard.secrets.refresh:60s}")
  public void readAllAgain() {
    held.keySet().forEach(this::readAgain);
  }

  private void readAgain(SecretName name) {
    Held before = held.get(name);
    try {
      Held now = Held.now(source.read(name));
      held.put(name, now);
      if (before != null && !before.text().equals(now.text())) {
        log.info("The secret {} has changed", name);
        listeners.getOrDefault(name, List.of()).forEach(Runnable::run);
      }
    } catch (SecretUnavailable e) {
      log.warn("The secret {} stays as it was: {}", name, e.getMessage());
      held.computeIfPresent(name, (_, known) -> Held.now(known.value()));
    }
  }
}
