package com.pfavanguard.ingest.store;

import com.pfavanguard.ingest.domain.SyncFailed;
import com.pfavanguard.kernel.PfaField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
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

  /** What is read once more, until it replaces what was read before. */
  private static final String LATER = "CREATE TEMP TABLE later (LIKE staging INCLUDING ALL)";

  private static final String COUNT_NEWER =
      """
      SELECT count(*) FROM later l LEFT JOIN staging s USING (pfa_id)
       WHERE (l.version, l.content_hash) IS DISTINCT FROM (s.version, s.content_hash)
      """;

  // Pages that moved may hold a record twice.
  private static final String REPLACE =
      """
      INSERT INTO staging SELECT DISTINCT ON (pfa_id) * FROM later ORDER BY pfa_id, version DESC
      """;

  private final Connection connection;
  private final DataSource pool;
  private final String organizationId;
  private final CopyManager copy;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final OffsetDateTime began;
  private final Set<PfaField> absent = EnumSet.noneOf(PfaField.class);

  /**
   * @param pool whose connections the other stores use
   */
  Staging(Connection connection, DataSource pool, String organizationId) throws SQLException {
    this.connection = connection;
    this.pool = pool;
    this.organizationId = organizationId;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    var dataSource = new SingleConnectionDataSource(connection, true);
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    jdbc.sql("SELECT set_config('vanguard.organizations', ?, false)")
        .param(organizationId)
        .query(String.class)
        .single();
    jdbc.sql(TABLE).update();
    jdbc.sql(LATER).update();
    this.began = jdbc.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single();
  }

  /** Copies one page. */
  public void copy(StagingRows rows) {
    copy("staging", rows);
  }

  /** Copies one page of what is read once more. */
  public void copyLater(StagingRows rows) {
    copy("later", rows);
  }

  private void copy(String table, StagingRows rows) {
    absent.addAll(rows.absent());
    try {
      copy.copyIn(StagingRows.copyInto(table), new ByteArrayInputStream(rows.bytes()));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("Copying a page into staging failed", e);
    }
  }

  /** Forgets everything that was copied. */
  public void clear() {
    jdbc.sql("TRUNCATE staging, later").update();
  }

  /**
   * Lets what was read once more replace what was read before.
   *
   * @return how many records were not staged like that before
   */
  public int mergeLater() {
    return found(
        transactions.execute(
            status -> {
              int newer = jdbc.sql(COUNT_NEWER).query(Integer.class).single();
              if (newer > 0) {
                jdbc.sql("DELETE FROM staging s USING later l WHERE s.pfa_id = l.pfa_id").update();
                jdbc.sql(REPLACE).update();
              }
              jdbc.sql("TRUNCATE later").update();
              return newer;
            }));
  }

  /**
   * @throws SyncFailed when a record was copied twice: rows moved while they were read
   */
  public void demandDistinct() {
    boolean repeated =
        jdbc.sql("SELECT count(*) > count(DISTINCT pfa_id) FROM staging")
            .query(Boolean.class)
            .single();
    if (repeated) {
      throw SyncFailed.moved("duplicate_rows", "PEMS sent some records twice.");
    }
  }

  /** How many records are staged. */
  public long rows() {
    return jdbc.sql("SELECT count(*) FROM staging").query(Long.class).single();
  }

  /** The newest moment of last change that any staged record has. */
  public @Nullable Instant newestChange() {
    return jdbc
        .sql("SELECT max(last_changed_at) FROM staging")
        .query((row, number) -> row.getTimestamp(1))
        .stream()
        .filter(Objects::nonNull)
        .map(Timestamp::toInstant)
        .findFirst()
        .orElse(null);
  }

  /**
   * Brings the mirror in line with the rows, and lets {@code last} record the run, in one
   * transaction.
   *
   * @param last may use any store, and publish: all of it joins the transaction
   */
  public void merge(MirrorMerge.Rules rules, Consumer<MirrorMerge.Result> last) {
    jdbc.sql("ANALYZE staging").update();
    transactions.executeWithoutResult(
        status -> {
          new AbsentFields(jdbc, organizationId, absent).takeFromMirror();
          MirrorMerge.Result merged = new MirrorMerge(jdbc, rules, began).apply();
          joined(() -> last.accept(merged));
        });
  }

  /**
   * Compares the mirror with the rows, which must be all there are, heals what it may, and lets
   * {@code last} record the comparison, in one transaction.
   *
   * @param last as of {@link #merge}
   */
  public void compare(UUID reconciliationId, Consumer<DriftCounts> last) {
    jdbc.sql("ANALYZE staging").update();
    transactions.executeWithoutResult(
        status -> {
          new AbsentFields(jdbc, organizationId, absent).takeFromMirror();
          DriftCounts counts =
              new MirrorComparison(jdbc, organizationId, began).apply(reconciliationId);
          joined(() -> last.accept(counts));
        });
  }

  /** Everything that this thread asks the pool for comes from our connection instead. */
  private void joined(Runnable work) {
    TransactionSynchronizationManager.bindResource(pool, new ConnectionHolder(connection));
    try {
      work.run();
    } finally {
      TransactionSynchronizationManager.unbindResource(pool);
    }
  }

  private static <T> T found(@Nullable T result) {
    return Objects.requireNonNull(result);
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
