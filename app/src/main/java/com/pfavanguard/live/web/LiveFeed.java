package com.pfavanguard.live.web;

import com.pfavanguard.kernel.CoalescedTask;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.database.DatabaseSignals;
import com.pfavanguard.live.store.LiveEvent;
import com.pfavanguard.live.store.LiveEventStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings numbered events to the subscribers on this server, one query for all organizations. */
@Component
@Role.Server
class LiveFeed {
  private static final int PAGE = 1_000;

  private final Map<String, LiveTopic> topics = new ConcurrentHashMap<>();
  private final LiveEventStore store;
  private final LiveMessages messages;
  private final CoalescedTask delivery = new CoalescedTask("live-delivery", this::deliverNew);

  LiveFeed(LiveEventStore store, LiveMessages messages, DatabaseSignals signals) {
    this.store = store;
    this.messages = messages;
    signals.on("vanguard_live", delivery::request);
  }

  /** The caller has checked that this client may read the organization. */
  void subscribe(LiveClient client, Subscription subscription) {
    topics
        .computeIfAbsent(subscription.organizationId(), id -> new LiveTopic(id, store, messages))
        .subscribe(client, subscription);
  }

  /** Ends one subscription; whether there was one. */
  boolean unsubscribe(LiveClient client, String organizationId) {
    LiveTopic topic = topics.get(organizationId);
    return topic != null && topic.remove(client);
  }

  void remove(LiveClient client) {
    topics.values().forEach(topic -> topic.remove(client));
  }

  /** The organizations that somebody on this server listens to. */
  Set<String> organizations() {
    return topics.keySet();
  }

  /** Finds what a lost signal would have announced. */
  @Scheduled(fixedRate = 1_000)
  void look() {
    delivery.request();
  }

  private void deliverNew() {
    List<LiveEvent> events;
    do {
      Map<String, Long> positions = positions();
      events = positions.isEmpty() ? List.of() : store.findAfter(positions, PAGE);
      events.stream()
          .collect(Collectors.groupingBy(LiveEvent::organizationId))
          .forEach(this::deliver);
    } while (events.size() == PAGE);
  }

  private void deliver(String organizationId, List<LiveEvent> events) {
    LiveTopic topic = topics.get(organizationId);
    if (topic != null) {
      topic.deliver(events);
    }
  }

  private Map<String, Long> positions() {
    Map<String, Long> positions = new HashMap<>();
    topics.forEach(
        (organizationId, topic) -> {
          long position = topic.position();
          if (position >= 0) {
            positions.put(organizationId, position);
          }
        });
    return positions;
  }
}
