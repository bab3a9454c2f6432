package com.pfavanguard.live.web;

import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** What happens on one socket of {@code /ws/sync-status}. */
@Component
@Role.Server
class LiveSocket extends TextWebSocketHandler {
  private static final Logger log = LoggerFactory.getLogger(LiveSocket.class);
  private static final int LONGEST_MESSAGE = 8 * 1024;
  private static final long SEND_TIMEOUT_MILLIS = 10_000;

  private final Map<String, LiveClient> bySocket = new ConcurrentHashMap<>();
  private final LiveClients clients;
  private final LiveFeed feed;
  private final LiveMessages messages;

  LiveSocket(LiveClients clients, LiveFeed feed, LiveMessages messages) {
    this.clients = clients;
    this.feed = feed;
    this.messages = messages;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession socket) {
    socket.setTextMessageSizeLimit(LONGEST_MESSAGE);
    limitSendTime(socket);
    LiveClient client = new LiveClient(socket, signedIn(socket));
    bySocket.put(socket.getId(), client);
    clients.add(client);
  }

  @Override
  protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
    LiveClient client = bySocket.get(socket.getId());
    if (client == null) {
      return;
    }
    client.heard();
    if (!client.mayAsk()) {
      return;
    }
    try {
      Subscription subscription = messages.read(message.getPayload());
      clients.checkMayRead(client, subscription.organizationId());
      feed.subscribe(client, subscription);
      if (!bySocket.containsKey(socket.getId())) {
        // It was closed meanwhile, and nobody will ask again to remove it.
        feed.remove(client);
      }
    } catch (ApiException refusal) {
      client.send(messages.error(refusal));
    } catch (RuntimeException e) {
      log.warn("A subscription failed", e);
      client.send(
          messages.error(
              ApiException.refused(500, "internal", "The subscription failed; try again.")));
    }
  }

  @Override
  protected void handlePongMessage(WebSocketSession socket, PongMessage message) {
    LiveClient client = bySocket.get(socket.getId());
    if (client != null) {
      client.heard();
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
    LiveClient client = bySocket.remove(socket.getId());
    if (client != null) {
      clients.remove(client);
    }
  }

  private static SignedIn signedIn(WebSocketSession socket) {
    if (socket.getPrincipal() instanceof Authentication authentication
        && authentication.getPrincipal() instanceof SignedIn signedIn) {
      return signedIn;
    }
    throw new IllegalStateException("The handshake lets only signed-in users through");
  }

  /** Tomcat's own patience of 20 s with a peer that does not read. */
  private static void limitSendTime(WebSocketSession socket) {
    if (socket instanceof NativeWebSocketSession session
        && session.getNativeSession() instanceof jakarta.websocket.Session tomcat) {
      tomcat
          .getUserProperties()
          .put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", SEND_TIMEOUT_MILLIS);
    }
  }
}
