package com.pfavanguard.pems.budget;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait, in one lane per organization; the lanes take turns, so that an organization with
 * thousands of edits does not keep another's single one waiting. Safe for many threads.
 */
final class Lanes {
  private final Map<String, Queue<Waiter>> lanes = new HashMap<>();
  private final Queue<String> turns = new ArrayDeque<>();
  private int waiting;

  synchronized void join(Waiter waiter) {
    Queue<Waiter> lane = lanes.get(waiter.organization());
    if (lane == null) {
      lane = new ArrayDeque<>();
      lanes.put(waiter.organization(), lane);
      turns.add(waiter.organization());
    }
    lane.add(waiter);
    waiting++;
  }

  synchronized void leave(Waiter waiter) {
    Queue<Waiter> lane = lanes.get(waiter.organization());
    if (lane != null && lane.remove(waiter)) {
      waiting--;
      if (lane.isEmpty()) {
        close(waiter.organization());
      }
    }
  }

  /** The next in turn; null when nobody waits. */
  synchronized @Nullable Waiter next() {
    String organization = turns.poll();
    if (organization == null) {
      return null;
    }
    Queue<Waiter> lane = lanes.get(organization);
    Waiter first = lane == null ? null : lane.poll();
    if (first != null) {
      waiting--;
    }
    if (lane == null || lane.isEmpty()) {
      lanes.remove(organization);
    } else {
      turns.add(organization);
    }
    return first;
  }

  synchronized int size() {
    return waiting;
  }

  private void close(String organization) {
    lanes.remove(organization);
    turns.remove(organization);
  }
}
