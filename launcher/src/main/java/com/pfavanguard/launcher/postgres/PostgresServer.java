package com.pfavanguard.launcher.postgres;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.data.Disk;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.process.Child;
import com.pfavanguard.launcher.process.LogFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The running database. */
public final class PostgresServer {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(25);
  // Class 08: no connection yet. 57P03: starting up, perhaps replaying what a crash left.
  private static final Set<String> NOT_YET = Set.of("08001", "08004", "08006", "57P03");
  private static final Pattern FATAL = Pattern.compile("^.*(FATAL|PANIC): +");
  private static final String INVALID_PASSWORD = "28P01";

  private final Child child;
  private final DatabaseAddress address;

  public PostgresServer(Child child, DatabaseAddress address) {
    this.child = child;
    this.address = address;
  }

  /**
   * Returns when the roles and the database can be used. Recovery after a crash may take long, so
   * this waits as long as the process lives.
   *
   * @throws Refusal when the process ends before that, or the passwords do not fit
   */
  public void awaitReady(Secrets secrets) throws InterruptedException {
    while (!answers(secrets)) {
      requireAlive();
      Thread.sleep(LOOK_AGAIN);
    }
    try {
      new DatabaseSetup(address, secrets).apply();
    } catch (SQLException e) {
      throw new Refusal("the database cannot be set up: " + e.getMessage(), e);
    }
    child.markReady();
  }

  private void requireAlive() {
    try {
      child.requireAlive();
    } catch (Refusal ended) {
      Path log = child.spec().log();
      List<String> reasons =
          LogFile.tail(log, 100).stream().filter(line -> FATAL.matcher(line).find()).toList();
      if (reasons.isEmpty() || reasons.stream().anyMatch(Disk::isFull)) {
        throw ended;
      }
      String reason = FATAL.matcher(reasons.getFirst()).replaceFirst("");
      throw new Refusal(
          "the database does not start (%s), see %s: restore a backup, or start over with --fresh"
              .formatted(reason, log),
          ended);
    }
  }

  private boolean answers(Secrets secrets) {
    try (Connection connection = address.superuser("postgres", secrets)) {
      return connection.isValid(5);
    } catch (SQLException e) {
      if (INVALID_PASSWORD.equals(e.getSQLState())) {
        throw new Refusal("the database refuses the password in secrets.json: use --fresh", e);
      }
      if (e.getSQLState() == null || !NOT_YET.contains(e.getSQLState())) {
        throw new Refusal("the database does not work: " + e.getMessage(), e);
      }
      return false;
    }
  }
}
