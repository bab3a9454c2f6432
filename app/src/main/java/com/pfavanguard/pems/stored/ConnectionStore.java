package com.pfavanguard.pems.stored;

import com.pfavanguard.pems.ConnectionDraft;
import com.pfavanguard.pems.StoredConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of connections. */
@Component
class ConnectionStore {
  private static final String SELECT =
      "SELECT *, encode(credential, 'hex') AS ciphertext FROM pems_connection";

  private final JdbcClient jdbc;

  ConnectionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ConnectionRow> findAll() {
    return jdbc.sql(SELECT + " ORDER BY connection_id").query(ConnectionStore::row).list();
  }

  Optional<ConnectionRow> find(String id) {
    return jdbc.sql(SELECT + " WHERE connection_id = ?")
        .param(id)
        .query(ConnectionStore::row)
        .optional();
  }

  /** Locked until the transaction ends. */
  Optional<ConnectionRow> lock(String id) {
    return jdbc.sql(SELECT + " WHERE connection_id = ? FOR UPDATE")
        .param(id)
        .query(ConnectionStore::row)
        .optional();
  }

  void save(ConnectionDraft draft, CredentialVault.Sealed ciphertext, String by) {
    Instant end = draft.secretEndsAt();
    jdbc.sql(
            """
            INSERT INTO pems_connection (connection_id, base_url, tenant, username, credential_kind, credential, key_id,
                                         credential_ends_at, requests_per_second, burst, sessions, changed_by)
            VALUES (:id, :url, :tenant, :username, :kind, decode(:credential, 'hex'), :key, :end, :rate, :burst, :sessions, :by)
            ON CONFLICT (connection_id) DO UPDATE
               SET base_url = EXCLUDED.base_url, tenant = EXCLUDED.tenant, username = EXCLUDED.username,
                   credential_kind = EXCLUDED.credential_kind, credential = EXCLUDED.credential,
                   key_id = EXCLUDED.key_id, credential_ends_at = EXCLUDED.credential_ends_at,
                   requests_per_second = EXCLUDED.requests_per_second, burst = EXCLUDED.burst,
                   sessions = EXCLUDED.sessions, changed_by = EXCLUDED.changed_by, changed_at = now()
            """)
        .param("id", draft.id())
        .param("url", draft.baseUrl())
        .param("tenant", draft.tenant())
        .param("username", draft.username())
        .param("kind", draft.kind().name())
        .param("credential", ciphertext.hex())
        .param("key", ciphertext.keyId())
        .param("end", end == null ? null : end.atOffset(ZoneOffset.UTC))
        .param("rate", draft.budget().requestsPerSecond())
        .param("burst", draft.budget().burst())
        .param("sessions", draft.budget().sessions())
        .param("by", by)
        .update();
  }

  boolean delete(String id) {
    return jdbc.sql("DELETE FROM pems_connection WHERE connection_id = ?").param(id).update() > 0;
  }

  List<String> notUnder(int keyId) {
    return jdbc.sql("SELECT connection_id FROM pems_connection WHERE key_id <> ?")
        .param(keyId)
        .query(String.class)
        .list();
  }

  /** Puts the same secret in another envelope, unless somebody has changed it meanwhile. */
  boolean rewrap(ConnectionRow before, CredentialVault.Sealed ciphertext) {
    return jdbc.sql(
                """
                UPDATE pems_connection SET credential = decode(?, 'hex'), key_id = ?
                 WHERE connection_id = ? AND credential = decode(?, 'hex')
                """)
            .params(
                ciphertext.hex(), ciphertext.keyId(), before.connection().id(), before.ciphertext())
            .update()
        > 0;
  }

  private static ConnectionRow row(ResultSet row, int number) throws SQLException {
    return new ConnectionRow(
        new StoredConnection(
            row.getString("connection_id"),
            row.getString("base_url"),
            row.getString("tenant"),
            row.getString("username"),
            ConnectionDraft.CredentialKind.valueOf(row.getString("credential_kind")),
            moment(row.getTimestamp("credential_ends_at")),
            new ConnectionDraft.Budget(
                row.getInt("requests_per_second"), row.getInt("burst"), row.getInt("sessions")),
            row.getInt("key_id"),
            row.getString("changed_by"),
            row.getTimestamp("changed_at").toInstant()),
        row.getString("ciphertext"));
  }

  private static @Nullable Instant moment(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
