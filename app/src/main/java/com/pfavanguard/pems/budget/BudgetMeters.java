package com.pfavanguard.pems.budget;

import com.pfavanguard.pems.ConnectionState;
import com.pfavanguard.pems.PemsConnection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * pfa_pems_circuit_open, pfa_pems_budget_requests_per_second, pfa_pems_retry_after_seconds and
 * pfa_pems_budget_wait_seconds of each connection; there from the start.
 */
final class BudgetMeters {
  private final MeterRegistry registry;
  private final Map<String, Level> levels = new ConcurrentHashMap<>();

  BudgetMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  private record Level(double open, double requestsPerSecond, double retryAfterSeconds) {}

  /** Does nothing for one that is there already. */
  void register(PemsConnection connection) {
    String id = connection.id();
    Level first = new Level(0, connection.limits().requestsPerSecond(), 0);
    if (levels.putIfAbsent(id, first) != null) {
      return;
    }
    gauge("pfa.pems.circuit.open", "1 while PEMS is away", id, Level::open);
    gauge("pfa.pems.budget.requests.per.second", "In use now", id, Level::requestsPerSecond);
    gauge("pfa.pems.retry.after.seconds", "Pause that is left", id, Level::retryAfterSeconds);
    waited(id, Duration.ZERO);
  }

  void waited(String connectionId, Duration time) {
    registry.timer("pfa.pems.budget.wait", "connection", connectionId).record(time);
  }

  void show(PemsConnection connection, @Nullable ConnectionState state, Duration pause) {
    double share = state == null ? 1 : state.share();
    boolean open = state != null && state.open();
    levels.put(
        connection.id(),
        new Level(
            open ? 1 : 0,
            connection.limits().requestsPerSecond() * share,
            open ? 0 : pause.toMillis() / 1000.0));
  }

  private void gauge(String name, String description, String id, ToDoubleFunction<Level> value) {
    Gauge.builder(name, levels, all -> value.applyAsDouble(all.get(id)))
        .description(description)
        .tag("connection", id)
        .register(registry);
  }
}
