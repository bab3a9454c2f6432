package com.pfavanguard.launcher.client;

import com.pfavanguard.launcher.console.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One WebSocket connection to the server's live updates. */
public final class LiveUpdates implements AutoCloseable {
  private final WebSocket socket;
  private final Inbox inbox;

  private LiveUpdates(WebSocket socket, Inbox inbox) {
    this.socket = socket;
    this.inbox = inbox;
  }

  static LiveUpdates open(HttpClient client, URI uri, @Nullable String token)
      throws IOException, InterruptedException {
    Inbox inbox = new Inbox();
    WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
    if (token != null) {
      builder.header("Authorization", "Bearer " + token);
    }
    try {
      return new LiveUpdates(builder.buildAsync(uri, inbox).get(), inbox);
    } catch (ExecutionException e) {
      throw new IOException("no WebSocket at " + uri + ": " + e.getCause(), e);
    }
  }

  public void send(JsonNode message) {
    socket.sendText(Json.line(message), true).join();
  }

  /** The next message, or null when none comes in time. */
  public @Nullable JsonNode next(Duration within) throws InterruptedException {
    String text = inbox.messages.poll(within.toMillis(), TimeUnit.MILLISECONDS);
    return text == null ? null : Json.parse(text);
  }

  @Override
  public void close() {
    socket.abort();
  }

  private static final class Inbox implements WebSocket.Listener {
    private final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket socket, CharSequence text, boolean complete) {
      part.append(text);
      if (complete) {
        messages.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
