package com.pfavanguard.live.web;

import com.pfavanguard.identity.SessionKey;
import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.kernel.CoalescedTask;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One open socket with a queue and a sender of its own, so that a slow reader holds up nobody but
 * itself; when it is hopelessly behind it is closed and may resume later. Safe for many threads.
 */
final class LiveClient {
  /** References only: all clients of an organization share each message. */
  static final int QUEUE = 20_000;

  /** A page sends one per organization and comes back now and then; each may cost a query. */
  private static final int MESSAGES = 200;

  private final WebSocketSession socket;
  private final SessionKey session;
  private final UUID userId;
  private final Bucket messages =
      Bucket.builder()
          .addLimit(limit -> limit.capacity(MESSAGES).refillGreedy(MESSAGES, Duration.ofMinutes(1)))
          .build();
  private final BlockingQueue<WebSocketMessage<?>> queue = new LinkedBlockingQueue<>(QUEUE);
  private final CoalescedTask sender = new CoalescedTask("live-sender", this::sendQueued);
  private volatile long heardAt = System.nanoTime();
  private volatile boolean closed;

  LiveClient(WebSocketSession socket, SignedIn signedIn) {
    this.socket = socket;
    this.session = signedIn.session();
    this.userId = signedIn.caller().userId();
  }

  UUID userId() {
    return userId;
  }

  SessionKey session() {
    return session;
  }

  /** Queues the message; never waits. */
  void send(WebSocketMessage<?> message) {
    if (closed) {
      return;
    }
    if (queue.offer(message)) {
      sender.request();
    } else {
      close(CloseStatus.SERVICE_OVERLOAD.withReason("reads too slowly; resume later"));
    }
  }

  void heard() {
    heardAt = System.nanoTime();
  }

  /** Whether one more message may be looked at; else the client is sent away. */
  boolean mayAsk() {
    boolean may = messages.tryConsume(1);
    if (!may) {
      close(CloseStatus.POLICY_VIOLATION.withReason("too many messages"));
    }
    return may;
  }

  boolean silentFor(Duration time) {
    return System.nanoTime() - heardAt > time.toNanos();
  }

  boolean isClosed() {
    return closed;
  }

  /** Returns at once; a close handshake can take as long as the peer likes. */
  void close(CloseStatus status) {
    if (!closed) {
      closed = true;
      queue.clear();
      Thread.ofVirtual().name("live-close").start(() -> closeSocket(status));
    }
  }

  private void sendQueued() {
    WebSocketMessage<?> message;
    while (!closed && (message = queue.poll()) != null) {
      try {
        socket.sendMessage(message);
      } catch (IOException | IllegalStateException e) {
        close(CloseStatus.SESSION_NOT_RELIABLE);
      }
    }
  }

  private void closeSocket(CloseStatus status) {
    try {
      socket.close(status);
    } catch (IOException | IllegalStateException e) {
      // It is gone already, which is what was wanted.
    }
  }
}
