package com.pfavanguard.pems.budget;

import com.pfavanguard.pems.PemsConnection;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * This process's part of a connection's calls in flight. The part is leased and renewed while it is
 * used; what is not renewed in time is not used any more. One thread takes, any thread gives back.
 */
final class Seats {
  private static final Duration RENEW = Duration.ofSeconds(1);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final int SPARE = 4;
  // A second of the lease is left for the way to the database and for our own pauses.
  private static final Duration USABLE = SeatStore.LEASE.minusSeconds(1);

  private final PemsConnection connection;
  private final String processId;
  private final SeatStore store;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private int inUse;
  // Of the taking thread alone.
  private int granted;
  private long renewedAt = System.nanoTime() - SeatStore.LEASE.toNanos();

  Seats(PemsConnection connection, String processId, SeatStore store) {
    this.connection = connection;
    this.processId = processId;
    this.store = store;
  }

  /**
   * Takes up to so many seats; waits a moment when none is free.
   *
   * @param waiting how many calls want one in all
   * @return how many, perhaps 0
   * @throws RuntimeException when the store cannot be reached and the lease is over
   */
  int take(int wanted, int waiting) {
    renewIfDue(waiting);
    lock.lock();
    try {
      long patience = LOOK_AGAIN.toNanos();
      while (granted <= inUse && patience > 0) {
        patience = freed.awaitNanos(patience);
      }
      int taken = Math.clamp(granted - inUse, 0, wanted);
      inUse += taken;
      return taken;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    } finally {
      lock.unlock();
    }
  }

  void giveBack() {
    lock.lock();
    try {
      inUse--;
      freed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Keeps the lease of calls that take long, and gives back what nobody uses; by the taking thread.
   */
  void settle() {
    if (inUse() > 0) {
      renewIfDue(0);
    } else if (granted > 0) {
      granted = 0;
      renewedAt = System.nanoTime() - SeatStore.LEASE.toNanos();
      store.leave(connection.id(), processId);
    }
  }

  int inUse() {
    lock.lock();
    try {
      return inUse;
    } finally {
      lock.unlock();
    }
  }

  private void renewIfDue(int waiting) {
    long now = System.nanoTime();
    long age = now - renewedAt;
    int using = inUse();
    // Twice what is needed now: the next call should not have to ask.
    int wanted = Math.max(SPARE, 2 * (using + waiting));
    if (age < (using + waiting > granted ? LOOK_AGAIN : RENEW).toNanos()) {
      return;
    }
    try {
      int all = connection.limits().sessions();
      granted = store.take(connection.id(), processId, all, wanted, using);
      renewedAt = now;
    } catch (RuntimeException e) {
      if (age >= USABLE.toNanos()) {
        granted = 0;
        throw e;
      }
    }
  }
}
