package com.pfavanguard.pems.budget;

import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/** Budgets of several processes on one database: they share nothing but its rows. */
final class Processes {
  private final TestDatabase database = TestDatabase.create();

  Processes() {
    Flyway.configure()
        .dataSource(
            "jdbc:postgresql://127.0.0.1:%d/%s".formatted(database.port(), database.name()),
            "vanguard_owner",
            "test")
        .load()
        .migrate();
  }

  /** A worker's budget. */
  SharedBudget start() {
    var jdbc = database.as("worker");
    return new SharedBudget(watch(), new DatabaseSlots(jdbc), new SeatStore(jdbc), meters());
  }

  SharedBudget start(Slots slots) {
    return new SharedBudget(watch(), slots, new SeatStore(database.as("worker")), meters());
  }

  ConnectionWatch watch() {
    return new ConnectionWatch(states());
  }

  ConnectionStateStore states() {
    return new ConnectionStateStore(database.as("worker"));
  }

  TestDatabase database() {
    return database;
  }

  static PemsTarget target(int requestsPerSecond, int sessions, String organization) {
    return new PemsTarget(connection(requestsPerSecond, sessions), organization);
  }

  static PemsConnection connection(int requestsPerSecond, int sessions) {
    return new PemsConnection(
        "default",
        URI.create("http://127.0.0.1:1/axis/restservices"),
        "DEMO",
        new PemsConnection.Credentials("vanguard", "", null),
        new PemsConnection.Limits(
            requestsPerSecond, requestsPerSecond, sessions, Duration.ofSeconds(30)));
  }

  private static BudgetMeters meters() {
    return new BudgetMeters(new SimpleMeterRegistry());
  }
}
