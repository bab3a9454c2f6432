package com.pfavanguard.pems.stored;

import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.secret.LiveSecrets;
import com.pfavanguard.secrets.SecretName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts every secret under the newest key, so that an older one can be thrown away. Several servers
 * may do so at once.
 */
@Component
@Role.Server
class Rewrapping {
  private static final Logger log = LoggerFactory.getLogger(Rewrapping.class);

  private final ConnectionStore store;
  private final CredentialVault vault;

  Rewrapping(ConnectionStore store, CredentialVault vault, LiveSecrets secrets) {
    this.store = store;
    this.vault = vault;
    secrets.onChange(SecretName.CREDENTIAL_KEY, this::run);
  }

  @Scheduled(fixedDelayString = "60s", initialDelayString = "10s")
  void run() {
    try {
      if (vault.usable()) {
        store.notUnder(vault.primary()).forEach(id -> store.find(id).ifPresent(this::rewrap));
      }
    } catch (DataAccessException | IllegalArgumentException e) {
      log.warn("The secrets of PEMS connections stay under their keys: {}", e.getMessage());
    }
  }

  private void rewrap(ConnectionRow row) {
    String id = row.connection().id();
    vault
        .open(id, row.ciphertext())
        .map(secret -> vault.seal(id, secret))
        .filter(ciphertext -> store.rewrap(row, ciphertext))
        .ifPresent(
            ciphertext -> log.info("The secret of {} is now under key {}", id, ciphertext.keyId()));
  }
}
