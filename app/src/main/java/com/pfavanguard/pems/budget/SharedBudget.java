package com.pfavanguard.pems.budget;

import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsTarget;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One turnstile per connection; what they let through is decided by stores all processes share. */
public final class SharedBudget implements RequestBudget {
  private final String processId = UUID.randomUUID().toString();
  private final Map<String, Turnstile> turnstiles = new ConcurrentHashMap<>();
  private final ConnectionWatch watch;
  private final Slots slots;
  private final SeatStore seats;
  private final BudgetMeters meters;

  SharedBudget(ConnectionWatch watch, Slots slots, SeatStore seats, BudgetMeters meters) {
    this.watch = watch;
    this.slots = slots;
    this.seats = seats;
    this.meters = meters;
  }

  @Override
  public Admission admit(PemsTarget target) throws InterruptedException {
    long asked = System.nanoTime();
    Admission admission = turnstile(target.connection()).admit(target.organization());
    meters.waited(target.connection().id(), Duration.ofNanos(System.nanoTime() - asked));
    return admission;
  }

  /** Calls of this process in flight. */
  int inFlight(PemsConnection connection) {
    return turnstile(connection).inFlight();
  }

  void tick() {
    turnstiles.values().forEach(Turnstile::tick);
  }

  private Turnstile turnstile(PemsConnection connection) {
    return turnstiles.computeIfAbsent(
        connection.id(),
        _ -> new Turnstile(connection, watch, slots, new Seats(connection, processId, seats)));
  }
}
