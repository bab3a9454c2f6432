package com.pfavanguard.pems.budget;

import com.pfavanguard.kernel.CoalescedTask;
import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsFailure;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets this process's requests to one connection through, each at its slot and with its seat. Slots
 * are booked in small batches, only while somebody waits, and the next batch when the last is used:
 * so processes share evenly and a process that dies takes a tenth of a second of slots with it.
 */
final class Turnstile {
  private final PemsConnection connection;
  private final ConnectionWatch watch;
  private final Slots slots;
  private final Seats seats;
  private final Lanes lanes = new Lanes();
  private final CoalescedTask dispenser;
  private final AtomicBoolean tickDue = new AtomicBoolean();

  Turnstile(PemsConnection connection, ConnectionWatch watch, Slots slots, Seats seats) {
    this.connection = connection;
    this.watch = watch;
    this.slots = slots;
    this.seats = seats;
    this.dispenser = new CoalescedTask("pems budget " + connection.id(), this::dispense);
  }

  Admission admit(String organization) throws InterruptedException {
    while (true) {
      Waiter waiter = new Waiter(organization);
      lanes.join(waiter);
      dispenser.request();
      switch (await(waiter)) {
        case Waiter.Refusal(PemsFailure.NotSent why) -> {
          return new Admission.Refused(why);
        }
        case Waiter.Slot slot -> {
          if (reached(slot)) {
            return new Admission.Permit(seats::giveBack);
          }
          seats.giveBack();
        }
      }
    }
  }

  /** Renews what calls in flight need while nobody asks for more, and gives back the rest. */
  void tick() {
    tickDue.set(true);
    dispenser.request();
  }

  int inFlight() {
    return seats.inUse();
  }

  private Waiter.Turn await(Waiter waiter) throws InterruptedException {
    try {
      return waiter.await();
    } catch (InterruptedException e) {
      lanes.leave(waiter);
      if (!waiter.leave() && waiter.await() instanceof Waiter.Slot) {
        seats.giveBack();
      }
      throw e;
    }
  }

  private boolean reached(Waiter.Slot slot) throws InterruptedException {
    try {
      return slot.reached();
    } catch (InterruptedException e) {
      seats.giveBack();
      throw e;
    }
  }

  private void dispense() {
    try {
      if (tickDue.getAndSet(false) && lanes.size() == 0) {
        seats.settle();
      }
      while (lanes.size() > 0) {
        dispenseBatch();
      }
    } catch (RuntimeException e) {
      refuseAll(watch.storeAway(connection.id(), e));
    }
  }

  private void dispenseBatch() {
    switch (watch.standing(connection.id())) {
      case ConnectionWatch.Standing.Paused(PemsFailure.NotSent why) -> refuseAll(why);
      case ConnectionWatch.Standing.Callable(double share) -> {
        Pace pace = Pace.of(connection.limits(), share);
        int waiting = lanes.size();
        int seated = seats.take(Math.min(waiting, pace.batch()), waiting);
        if (seated > 0) {
          sleepUntil(handOut(seated, pace));
        }
      }
    }
  }

  /** Returns when the last slot of the batch is. */
  private long handOut(int seated, Pace pace) {
    int given = 0;
    try {
      long asked = System.nanoTime();
      long first = slots.book(connection.id(), pace, seated).toNanos();
      long answered = System.nanoTime();
      long wait = 0;
      while (given < seated) {
        // Saved-up slots lie in the past and are used at once.
        wait = Math.max(0, first + given * pace.slot().toNanos());
        long usableUntil = asked + wait + pace.tolerance().toNanos();
        if (!give(new Waiter.Slot(answered + wait, usableUntil))) {
          break;
        }
        given++;
      }
      return answered + wait;
    } finally {
      for (int left = seated - given; left > 0; left--) {
        seats.giveBack();
      }
    }
  }

  /** False when nobody waits any more. */
  private boolean give(Waiter.Turn turn) {
    Waiter next = lanes.next();
    while (next != null && !next.give(turn)) {
      next = lanes.next();
    }
    return next != null;
  }

  private void refuseAll(PemsFailure.NotSent why) {
    while (give(new Waiter.Refusal(why))) {
      // The next one hears the same.
    }
  }

  private static void sleepUntil(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
