package com.pfavanguard.live.web;

import com.pfavanguard.live.store.LiveEvent;
import com.pfavanguard.live.store.LiveEventStore;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One organization's subscribers on this server and the last event they were sent. Everything
 * happens under one lock, so that a newcomer is sent exactly what lies between its last event and
 * the moment it joins.
 */
final class LiveTopic {
  /** A client further behind does better to fetch its data anew. */
  static final int LONGEST_RESUME = 10_000;

  private final Lock lock = new ReentrantLock();
  private final Set<LiveClient> clients = new HashSet<>();
  private final String organizationId;
  private final LiveEventStore store;
  private final LiveMessages messages;
  private long position;

  LiveTopic(String organizationId, LiveEventStore store, LiveMessages messages) {
    this.organizationId = organizationId;
    this.store = store;
    this.messages = messages;
  }

  void subscribe(LiveClient client, Subscription subscription) {
    lock.lock();
    try {
      clients.remove(client);
      Long seen = subscription.afterSequence();
      if (clients.isEmpty()) {
        position = store.lastSequence(organizationId);
      } else if (seen != null && seen > position) {
        // It saw events through another server that have not reached this one's subscribers yet.
        send(store.findAfter(Map.of(organizationId, position), LONGEST_RESUME));
      }
      List<LiveEvent> missed = seen == null || seen >= position ? List.of() : missed(seen);
      if (seen != null && seen + missed.size() != position) {
        client.send(messages.resync(organizationId, position));
        missed = List.of();
      }
      client.send(messages.subscribed(organizationId, position));
      missed.forEach(event -> client.send(messages.event(event)));
      clients.add(client);
    } finally {
      lock.unlock();
    }
  }

  /** Sends what the subscribers have not seen; events that they have are skipped. */
  void deliver(List<LiveEvent> events) {
    lock.lock();
    try {
      send(events);
    } finally {
      lock.unlock();
    }
  }

  /** Whether the client was a subscriber until now. */
  boolean remove(LiveClient client) {
    lock.lock();
    try {
      return clients.remove(client);
    } finally {
      lock.unlock();
    }
  }

  /** The last event sent, or -1 while nobody listens. */
  long position() {
    lock.lock();
    try {
      return clients.isEmpty() ? -1 : position;
    } finally {
      lock.unlock();
    }
  }

  private void send(List<LiveEvent> events) {
    for (LiveEvent event : events) {
      if (event.sequence() <= position) {
        continue;
      }
      if (event.sequence() > position + 1) {
        var resync = messages.resync(organizationId, event.sequence() - 1);
        clients.forEach(client -> client.send(resync));
      }
      var message = messages.event(event);
      clients.forEach(client -> client.send(message));
      position = event.sequence();
    }
  }

  /** Up to the position; what comes later reaches the client as a subscriber. */
  private List<LiveEvent> missed(long seen) {
    if (position - seen > LONGEST_RESUME) {
      return List.of();
    }
    return store.findAfter(Map.of(organizationId, seen), LONGEST_RESUME).stream()
        .filter(event -> event.sequence() <= position)
        .toList();
  }
}
