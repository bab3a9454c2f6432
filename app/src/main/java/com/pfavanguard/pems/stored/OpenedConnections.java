package com.pfavanguard.pems.stored;

import com.pfavanguard.kernel.database.DatabaseSignals;
import com.pfavanguard.pems.PemsConnection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The stored connections that this process may use, with their secrets; read again when one was
 * changed, and every half minute besides.
 */
@Component
public class OpenedConnections {
  static final String CHANNEL = "vanguard_pems_connections";
  private static final Logger log = LoggerFactory.getLogger(OpenedConnections.class);

  private final ConnectionStore store;
  private final CredentialVault vault;
  private final AllowedHosts allowed;
  private final Duration timeout;
  private volatile @Nullable Map<String, PemsConnection> opened;

  OpenedConnections(
      ConnectionStore store,
      CredentialVault vault,
      AllowedHosts allowed,
      DatabaseSignals signals,
      @Value("${vanguard.pems.timeout}") Duration timeout) {
    this.store = store;
    this.vault = vault;
    this.allowed = allowed;
    this.timeout = timeout;
    signals.on(CHANNEL, this::read);
  }

  /** By id. */
  public Map<String, PemsConnection> all() {
    Map<String, PemsConnection> known = opened;
    return known == null ? read() : known;
  }

  /** The same read from the database now. */
  public Optional<PemsConnection> fresh(String id) {
    return Optional.ofNullable(read().get(id));
  }

  @Scheduled(fixedDelayString = "30s", initialDelayString = "30s")
  void readAgain() {
    read();
  }

  private Map<String, PemsConnection> read() {
    try {
      Map<String, PemsConnection> now = new TreeMap<>();
      for (ConnectionRow row : store.findAll()) {
        open(row).ifPresent(connection -> now.put(connection.id(), connection));
      }
      Map<String, PemsConnection> unchangeable = Map.copyOf(now);
      opened = unchangeable;
      return unchangeable;
    } catch (DataAccessException e) {
      // Also of a schema that a newer server has not migrated yet.
      log.warn("The stored PEMS connections cannot be read: {}", e.getMessage());
      Map<String, PemsConnection> known = opened;
      return known == null ? Map.of() : known;
    }
  }

  private Optional<PemsConnection> open(ConnectionRow row) {
    String id = row.connection().id();
    Optional<String> refusal = allowed.refusal(row.connection().baseUrl());
    if (refusal.isPresent()) {
      log.error("The PEMS connection {} is not used: {}", id, refusal.get());
      return Optional.empty();
    }
    Optional<String> secret = vault.open(id, row.ciphertext());
    if (secret.isEmpty()) {
      log.error("The PEMS connection {} is not used: no key decrypts its secret", id);
    }
    return secret.map(text -> row.opened(text, timeout));
  }
}
