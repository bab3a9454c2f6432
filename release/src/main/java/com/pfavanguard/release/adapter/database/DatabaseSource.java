package com.pfavanguard.release.adapter.database;

import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.release.adapter.Observation;
import com.pfavanguard.release.adapter.Query;
import com.pfavanguard.release.adapter.Source;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A query of one number, in a transaction that can write nothing; and the schema against the new
 * jar's migrations: {@code migrations/pending}, {@code migrations/failed}, {@code tables/missing},
 * {@code tables/differing}.
 */
public final class DatabaseSource implements Source {
  private static final int PATIENCE_SECONDS = 10;

  private final DatabaseUrl database;
  private final Path jar;
  private final Clock clock;

  /**
   * @param database with the operator's role, which sees all rows
   * @param jar of the new version
   */
  public DatabaseSource(DatabaseUrl database, Path jar, Clock clock) {
    this.database = database;
    this.jar = jar;
    this.clock = clock;
  }

  @Override
  public Observation read(Query query) {
    Instant now = clock.instant();
    try {
      boolean isSql = query.read().regionMatches(true, 0, "SELECT", 0, 6);
      return isSql ? sql(query, now) : schema(query, now);
    } catch (SQLException | IOException e) {
      return new Observation(
          new Reading.Broken(String.valueOf(e.getMessage())), query.read(), now, "");
    }
  }

  private Observation sql(Query query, Instant now) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.setQueryTimeout(PATIENCE_SECONDS);
        try (ResultSet rows = statement.executeQuery(query.read())) {
          Reading reading = reading(rows, query);
          return new Observation(reading, query.read(), now, reading.toString());
        }
      }
    }
  }

  private static Reading reading(ResultSet rows, Query query) throws SQLException {
    if (!rows.next()) {
      return new Reading.Nothing("no row");
    }
    BigDecimal value = rows.getBigDecimal(1);
    if (rows.next()) {
      return new Reading.Broken("several rows where one is expected");
    }
    Unit unit = query.unit() == null ? Unit.COUNT : query.unit();
    return value == null
        ? new Reading.Nothing("the value is null")
        : new Reading.Level(new Quantity(value, unit));
  }

  private Observation schema(Query query, Instant now) throws SQLException, IOException {
    Installed installed = new Installed(database, Schema.of(jar));
    List<String> found =
        switch (query.read()) {
          case "migrations/pending" -> installed.pending();
          case "migrations/failed" -> installed.failed();
          case "tables/missing" -> installed.missingTables();
          case "tables/differing" -> installed.differing();
          default -> throw new IOException("the database knows no " + query.read());
        };
    Reading count = new Reading.Level(new Quantity(BigDecimal.valueOf(found.size()), Unit.COUNT));
    return new Observation(count, query.read(), now, String.join("\n", found));
  }
}
