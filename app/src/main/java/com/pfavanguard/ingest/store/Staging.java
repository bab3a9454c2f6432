package com.pfavanguard.ingest.store;

import com.pfavanguard.kernel.PfaField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of one read in a temporary table, on a connection of its own beside the pool, which sees
 * one organization only. No transaction is open except in {@link #merge}. For one thread at a time.
 */
public final class Staging implements AutoCloseable {
  private static final String TABLE =
      """
      CREATE TEMP TABLE staging (pfa_id text NOT NULL, version bigint NOT NULL, content_hash uuid NOT NULL, %s)
      """
          .formatted(
              PfaField.ALL.stream()
                  .map(field -> field.column() + " " + field.type().sqlType())
                  .collect(Collectors.joining(", ")));

  private final Connection connection;
  private final CopyManager copy;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final OffsetDateTime began;

  Staging(Connection connection, String organizationId) throws SQLException {
    this.connection = connection;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    var dataSource = new SingleConnectionDataSource(connection, true);
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    jdbc.sql("SELECT set_config('vanguard.organizations', ?, false)")
        .param(organizationId)
        .query(String.class)
        .single();
    jdbc.sql(TABLE).update();
    this.began = jdbc.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single();
  }

  /** Copies one page. */
  public void copy(StagingRows rows) {
    try {
      copy.copyIn(StagingRows.COPY, new ByteArrayInputStream(rows.bytes()));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("Copying a page into staging failed", e);
    }
  }

  /** How many different keys were copied. */
  public long distinctKeys() {
    return jdbc.sql("SELECT count(DISTINCT pfa_id) FROM staging").query(Long.class).single();
  }

  /**
   * Brings the mirror in line with the rows, and lets {@code last} record the run, in one
   * transaction.
   */
  public MirrorMerge.Result merge(MirrorMerge.Rules rules, MirrorMerge.End last) {
    jdbc.sql("ANALYZE staging").update();
    MirrorMerge.Result result =
        transactions.execute(
            status -> {
              MirrorMerge.Result merged = new MirrorMerge(jdbc, rules, began).apply();
              last.record(new ReadSyncStore(jdbc), merged);
              return merged;
            });
    return java.util.Objects.requireNonNull(result);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("Closing the staging connection failed", e);
    }
  }
}
