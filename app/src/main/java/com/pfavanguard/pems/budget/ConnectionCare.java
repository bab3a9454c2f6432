package com.pfavanguard.pems.budget;

import com.pfavanguard.kernel.database.DatabaseSignals;
import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.pems.PemsFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every second: probes connections whose circuit is open, renews seats, shows the state. */
@Component
class ConnectionCare {
  private static final Logger log = LoggerFactory.getLogger(ConnectionCare.class);

  private final PemsConnections connections;
  private final ConnectionStateStore states;
  private final SharedBudget budget;
  private final BudgetMeters meters;
  private final Probe probe;
  private final DatabaseSignals signals;

  ConnectionCare(
      PemsConnections connections,
      ConnectionStateStore states,
      SharedBudget budget,
      BudgetMeters meters,
      Probe probe,
      DatabaseSignals signals) {
    this.connections = connections;
    this.states = states;
    this.budget = budget;
    this.meters = meters;
    this.probe = probe;
    this.signals = signals;
    connections.all().forEach(meters::register);
  }

  @Scheduled(fixedDelayString = "${vanguard.pems.care-interval}")
  void tick() {
    if (connections.all().isEmpty()) {
      return;
    }
    try {
      budget.tick();
      probeOpen();
      connections.all().forEach(meters::register);
      connections.all().forEach(this::show);
    } catch (DataAccessException e) {
      log.debug("The state of the connections cannot be reached: {}", e.getMessage());
    }
  }

  private void probeOpen() {
    List<String> ids = connections.all().stream().map(PemsConnection::id).toList();
    List<String> due = states.takeDueProbes(ids);
    connections.all().stream().filter(c -> due.contains(c.id())).forEach(this::probe);
  }

  private void probe(PemsConnection connection) {
    Optional<PemsFailure> failure = probe.send(connection);
    if (failure.isPresent() && stillAway(failure.get())) {
      log.warn("PEMS is still away on {}: {}", connection.id(), failure.get().message());
      return;
    }
    states.close(connection.id());
    log.info("PEMS is back on {}", connection.id());
    signals.notify("vanguard_queue");
  }

  private static boolean stillAway(PemsFailure failure) {
    return switch (failure) {
      case PemsFailure.Transient f -> true;
      case PemsFailure.Ambiguous f -> true;
      case PemsFailure.AuthExpired f -> true;
      case PemsFailure.NotSent f -> true;
      case PemsFailure.RateLimited f -> false;
      case PemsFailure.Rejected f -> false;
      case PemsFailure.Stale f -> false;
      case PemsFailure.NotFound f -> false;
      case PemsFailure.SessionLost f -> false;
      case PemsFailure.NeedsConfirmation f -> false;
      case PemsFailure.Garbled f -> false;
    };
  }

  private void show(PemsConnection connection) {
    Optional<ConnectionStateStore.Look> look = states.find(connection.id());
    meters.show(
        connection,
        look.map(ConnectionStateStore.Look::state).orElse(null),
        look.map(ConnectionStateStore.Look::pause).orElse(Duration.ZERO));
  }
}
