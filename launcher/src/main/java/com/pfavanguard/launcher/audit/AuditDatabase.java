package com.pfavanguard.launcher.audit;

import com.pfavanguard.launcher.console.Refusal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Reads the audit as of one moment, with the operator's role; writes nothing. Memory is bounded:
 * seals are streamed, entries are read one seal at a time.
 */
final class AuditDatabase implements AutoCloseable {
  private static final int SEALS_AT_ONCE = 20;

  /** The order of the columns is that of the digest. */
  private static final String ENTRIES =
      """
      SELECT entry_id, organization_id, action, actor_kind, actor_id, actor_name, pfa_id, modification_id::text,
             job_id::text, reason, before::text, after::text, detail::text, request_id,
             (extract(epoch FROM occurred_at) * 1000000)::bigint::text
        FROM audit_entry WHERE entry_id = ANY (?)
      """;

  private static final int DIGESTED_COLUMNS = 14;

  private final Connection connection;

  private AuditDatabase(Connection connection) {
    this.connection = connection;
  }

  /** Told of every seal in order. */
  @FunctionalInterface
  interface SealReader {
    /** Whether to go on. */
    boolean read(Seal seal) throws SQLException;
  }

  /** The end of a chain as its writer noted it beside. */
  record Head(long sealNumber, Digest digest) {}

  /**
   * @param url {@code postgresql://user:password@host:port/name}
   */
  static AuditDatabase open(String url) throws SQLException {
    URI address = URI.create(url);
    if (address.getRawUserInfo() == null || address.getHost() == null) {
      throw new Refusal("the database's address must name user, password and host");
    }
    String[] user = address.getRawUserInfo().split(":", 2);
    Properties properties = new Properties();
    properties.setProperty("user", decoded(user[0]));
    properties.setProperty("password", user.length == 2 ? decoded(user[1]) : "");
    properties.setProperty("ApplicationName", "vanguard-audit-verify");
    properties.setProperty("connectTimeout", "10");
    int port = address.getPort() < 0 ? 5432 : address.getPort();
    String options = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    Connection connection =
        new Driver()
            .connect(
                "jdbc:postgresql://%s:%d%s%s"
                    .formatted(address.getHost(), port, address.getRawPath(), options),
                properties);
    if (connection == null) {
      throw new Refusal("the database's address is not one of PostgreSQL");
    }
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    return new AuditDatabase(connection);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  List<String> organizations() throws SQLException {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT id FROM organization UNION SELECT organization_id FROM audit_head
                UNION SELECT organization_id FROM audit_seal ORDER BY 1
                """);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  void readSeals(String organization, SealReader reader) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT seal_number, entry_ids, entry_digests, digest FROM audit_seal
             WHERE organization_id = ? ORDER BY seal_number
            """)) {
      statement.setFetchSize(SEALS_AT_ONCE);
      statement.setString(1, organization);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Long[] ids = (Long[]) rows.getArray(2).getArray();
          if (!reader.read(
              new Seal(
                  organization,
                  rows.getLong(1),
                  Arrays.asList(ids),
                  Digest.listOf(rows.getBytes(3)),
                  Digest.of(rows.getBytes(4))))) {
            return;
          }
        }
      }
    }
  }

  /** The digests of these entries as they are now, by id; entries that are gone are missing. */
  Map<Long, Digest> digests(List<Long> entryIds) throws SQLException {
    Map<Long, Digest> digests = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
      statement.setArray(1, connection.createArrayOf("int8", entryIds.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<@Nullable String> columns = new ArrayList<>(DIGESTED_COLUMNS);
          for (int column = 0; column < DIGESTED_COLUMNS; column++) {
            columns.add(rows.getString(column + 2));
          }
          digests.put(rows.getLong(1), Digest.ofEntry(columns));
        }
      }
    }
    return digests;
  }

  @Nullable Head head(String organization) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT seal_number, digest FROM audit_head WHERE organization_id = ?")) {
      statement.setString(1, organization);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? new Head(row.getLong(1), Digest.of(row.getBytes(2))) : null;
      }
    }
  }

  /** How many entries no seal covers yet. */
  long waiting(String organization) throws SQLException {
    Long count =
        number("SELECT count(*) FROM audit_pending WHERE organization_id = ?", organization);
    return count == null ? 0 : count;
  }

  /** The first entry that is in no seal and waits for none. */
  @Nullable Long firstStray(String organization) throws SQLException {
    return number(
        """
        SELECT min(entry_id) FROM (
          SELECT entry_id FROM audit_entry WHERE organization_id = ?
          EXCEPT (SELECT unnest(entry_ids) FROM audit_seal UNION ALL SELECT entry_id FROM audit_pending)) stray
        """,
        organization);
  }

  /** The first entry that waits for its seal and is gone. */
  @Nullable Long firstGoneBeforeItsSeal(String organization) throws SQLException {
    return number(
        """
        SELECT min(p.entry_id) FROM audit_pending p
         WHERE p.organization_id = ? AND NOT EXISTS (SELECT FROM audit_entry e WHERE e.entry_id = p.entry_id)
        """,
        organization);
  }

  private @Nullable Long number(String sql, String organization) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, organization);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        long value = row.getLong(1);
        return row.wasNull() ? null : value;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
