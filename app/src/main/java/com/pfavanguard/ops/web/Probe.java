package com.pfavanguard.ops.web;

import com.pfavanguard.kernel.database.DedicatedConnections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database one question on a connection of its own, so that neither a hanging database nor
 * an exhausted pool makes the asker wait. However many ask, one question is under way at a time.
 */
final class Probe<T> {
  /** How one row becomes the answer. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static final Logger log = LoggerFactory.getLogger(Probe.class);
  private static final long LONGEST_WAIT_MILLIS = 400;

  /** After this a hanging connection is given up and a new one tried. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final DedicatedConnections connections;
  private final String sql;
  private final Reader<T> reader;
  private @Nullable Connection connection;
  private CompletableFuture<T> answer = CompletableFuture.failedFuture(new TimeoutException());

  Probe(DedicatedConnections connections, String sql, Reader<T> reader) {
    this.connections = connections;
    this.sql = sql;
    this.reader = reader;
  }

  /** The answer, or nothing when the database has none within 400 ms. */
  Optional<T> ask() {
    try {
      return Optional.of(underWay().get(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private synchronized CompletableFuture<T> underWay() {
    if (answer.isDone()) {
      CompletableFuture<T> next = new CompletableFuture<>();
      answer = next;
      Thread.ofVirtual().name("health-probe").start(() -> answer(next));
    }
    return answer;
  }

  /** One at a time: the next starts only when this one's future is done. */
  private void answer(CompletableFuture<T> next) {
    try {
      if (connection == null) {
        connection = connections.open("health", PATIENCE);
      }
      next.complete(query(connection));
    } catch (SQLException e) {
      log.warn("The health probe failed: {}", e.getMessage());
      hangUp();
      next.completeExceptionally(e);
    } catch (RuntimeException e) {
      hangUp();
      next.completeExceptionally(e);
    }
  }

  private T query(Connection open) throws SQLException {
    try (var statement = open.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return reader.read(row);
    }
  }

  private void hangUp() {
    Connection broken = connection;
    connection = null;
    if (broken != null) {
      try {
        broken.close();
      } catch (SQLException e) {
        log.debug("A broken connection did not close", e);
      }
    }
  }
}
