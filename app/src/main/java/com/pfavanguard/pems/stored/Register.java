package com.pfavanguard.pems.stored;

import com.pfavanguard.kernel.database.DatabaseSignals;
import com.pfavanguard.pems.ConnectionDraft;
import com.pfavanguard.pems.ConnectionRegister;
import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.StoredConnection;
import com.pfavanguard.secrets.check.HttpLogin;
import com.pfavanguard.secrets.check.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides what may be kept. */
@Component
class Register implements ConnectionRegister {
  private final ConnectionStore store;
  private final CredentialVault vault;
  private final AllowedHosts allowed;
  private final OpenedConnections opened;
  private final DatabaseSignals signals;

  Register(
      ConnectionStore store,
      CredentialVault vault,
      AllowedHosts allowed,
      OpenedConnections opened,
      DatabaseSignals signals) {
    this.store = store;
    this.vault = vault;
    this.allowed = allowed;
    this.opened = opened;
    this.signals = signals;
  }

  @Override
  public List<StoredConnection> all() {
    return store.findAll().stream().map(ConnectionRow::connection).toList();
  }

  @Override
  public Optional<StoredConnection> find(String id) {
    return store.find(id).map(ConnectionRow::connection);
  }

  @Override
  @Transactional
  public Outcome save(ConnectionDraft draft, String by) {
    if (!vault.usable()) {
      return refused(
          "no_credential_key", "There is no key to encrypt under: set the secret credential-key.");
    }
    Optional<String> refusal = allowed.refusal(draft.baseUrl());
    if (refusal.isPresent()) {
      return refused("address_not_allowed", refusal.get());
    }
    Optional<ConnectionRow> before = store.lock(draft.id());
    if (draft.secret() == null && before.filter(row -> sameAccount(row, draft)).isEmpty()) {
      return refused(
          "secret_needed", "Give the password or key: it is kept for the same account only.");
    }
    Optional<String> secret =
        draft.secret() == null
            ? before.flatMap(row -> vault.open(draft.id(), row.ciphertext()))
            : Optional.of(draft.secret());
    if (secret.isEmpty()) {
      return refused("secret_needed", "The stored secret cannot be decrypted: give it anew.");
    }
    store.save(draft, vault.seal(draft.id(), secret.get()), by);
    signals.notify(OpenedConnections.CHANNEL);
    return new Outcome.Saved(store.find(draft.id()).orElseThrow().connection());
  }

  /** A secret must not be led to another host, or given out as somebody else's. */
  private static boolean sameAccount(ConnectionRow row, ConnectionDraft draft) {
    StoredConnection now = row.connection();
    return now.baseUrl().equals(draft.baseUrl())
        && now.tenant().equals(draft.tenant())
        && now.username().equals(draft.username())
        && now.kind() == draft.kind();
  }

  private static Outcome refused(String code, String reason) {
    return new Outcome.Refused(code, reason);
  }

  @Override
  @Transactional
  public boolean remove(String id) {
    signals.notify(OpenedConnections.CHANNEL);
    return store.delete(id);
  }

  @Override
  public Verdict tryOut(String id) {
    Optional<StoredConnection> stored = find(id);
    Optional<PemsConnection> usable = opened.fresh(id);
    if (stored.isEmpty() || usable.isEmpty()) {
      return Verdict.invalid("not usable: its host is not allowed, or no key decrypts its secret");
    }
    return HttpLogin.pems(account(usable.get())).until(stored.get().secretEndsAt(), Instant.now());
  }

  private static HttpLogin.PemsAccount account(PemsConnection connection) {
    return new HttpLogin.PemsAccount(
        connection.baseUrl().toString(),
        connection.tenant(),
        connection.credentials().username(),
        connection.credentials().password(),
        connection.credentials().apiKey());
  }
}
