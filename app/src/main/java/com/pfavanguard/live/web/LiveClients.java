package com.pfavanguard.live.web;

import com.pfavanguard.identity.Permission;
import com.pfavanguard.identity.SessionKey;
import com.pfavanguard.identity.Sessions;
import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.CoalescedTask;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.database.DatabaseSignals;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;

/** Everybody connected to this server: still there, still signed in, still allowed to listen. */
@Component
@Role.Server
class LiveClients {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
  private static final int PER_USER = 50;

  private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
  private final Sessions sessions;
  private final LiveFeed feed;
  private final LiveMessages messages;
  private final CoalescedTask review = new CoalescedTask("live-access", this::reviewAccess);

  LiveClients(
      Sessions sessions,
      LiveFeed feed,
      LiveMessages messages,
      DatabaseSignals signals,
      MeterRegistry meters) {
    this.sessions = sessions;
    this.feed = feed;
    this.messages = messages;
    meters.gaugeCollectionSize("pfa.websocket.connections", Tags.empty(), clients);
    signals.on("vanguard_access", review::request);
  }

  /** Takes the client in, unless its user has so many already that no person could look at them. */
  void add(LiveClient client) {
    clients.add(client);
    if (clients.stream().filter(each -> each.userId().equals(client.userId())).count() > PER_USER) {
      clients.remove(client);
      client.close(CloseStatus.POLICY_VIOLATION.withReason("too many connections"));
    }
  }

  void remove(LiveClient client) {
    clients.remove(client);
    feed.remove(client);
  }

  /**
   * Whether the client may listen to the organization, by its permissions of this moment.
   *
   * @throws ApiException as any other request of the same user would be refused
   */
  void checkMayRead(LiveClient client, String organizationId) {
    sessions
        .find(client.session())
        .orElseThrow(() -> ApiException.unauthenticated("Sign in first."))
        .caller()
        .in(organizationId)
        .require(Permission.Read);
  }

  @Scheduled(fixedRate = 20_000, initialDelay = 20_000)
  void ping() {
    for (LiveClient client : clients) {
      if (client.isClosed()) {
        // Usually the container says so; it may not when the peer never finished the handshake.
        remove(client);
      } else if (client.silentFor(LONGEST_SILENCE)) {
        client.close(CloseStatus.SESSION_NOT_RELIABLE);
      } else {
        client.send(new PingMessage());
      }
    }
  }

  /** Changes announce themselves; sessions and memberships that run out do not. */
  @Scheduled(fixedRate = 5_000, initialDelay = 5_000)
  void lookForExpiry() {
    review.request();
  }

  private void reviewAccess() {
    // Whoever connects from now on was checked at the handshake.
    List<LiveClient> present = List.copyOf(clients);
    if (present.isEmpty()) {
      return;
    }
    Map<SessionKey, SignedIn> good =
        sessions.find(present.stream().map(LiveClient::session).collect(Collectors.toSet()));
    present.forEach(client -> review(client, good.get(client.session())));
  }

  private void review(LiveClient client, @Nullable SignedIn signedIn) {
    if (signedIn == null) {
      feed.remove(client);
      client.close(CloseStatus.POLICY_VIOLATION.withReason("signed out"));
      return;
    }
    var permissions = signedIn.caller().permissions();
    for (String organizationId : feed.organizations()) {
      boolean mayRead =
          permissions.getOrDefault(organizationId, Set.of()).contains(Permission.Read);
      if (!mayRead && feed.unsubscribe(client, organizationId)) {
        client.send(messages.error(ApiException.notFound("Organization " + organizationId)));
      }
    }
  }
}
