package com.pfavanguard.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of {@code /ws/sync-status} that keeps everything it is sent. */
public final class LiveReader implements WebSocket.Listener, AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private static final String PATH = "/ws/sync-status";

  private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final boolean reads;
  private final WebSocket socket;
  private volatile int closedWith;

  private LiveReader(URI server, String path, Map<String, String> headers, boolean reads) {
    this.reads = reads;
    var builder = HttpClient.newHttpClient().newWebSocketBuilder();
    headers.forEach(builder::header);
    URI address = URI.create("ws://" + server.getAuthority() + path);
    this.socket = builder.buildAsync(address, this).join();
  }

  /** Opens the socket with a bearer token; fails when the server refuses. */
  public static LiveReader open(ApiClient api, String token) {
    return open(api, Map.of("Authorization", "Bearer " + token));
  }

  public static LiveReader open(ApiClient api, Map<String, String> headers) {
    return new LiveReader(api.address(), PATH, headers, true);
  }

  /** One on another socket than the usual. */
  public static LiveReader open(ApiClient api, String token, String path) {
    return new LiveReader(api.address(), path, Map.of("Authorization", "Bearer " + token), true);
  }

  /** One that never takes anything out of its socket. */
  public static LiveReader stuck(ApiClient api, String token) {
    return new LiveReader(api.address(), PATH, Map.of("Authorization", "Bearer " + token), false);
  }

  public LiveReader subscribe(String organizationId) {
    return send(Map.of("type", "subscribe", "organizationId", organizationId));
  }

  public LiveReader subscribe(String organizationId, long afterSequence) {
    return send(
        Map.of(
            "type", "subscribe",
            "organizationId", organizationId,
            "afterSequence", afterSequence));
  }

  public LiveReader send(Object message) {
    return sendText(JSON.writeValueAsString(message));
  }

  public LiveReader sendText(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  /** Waits for the first message of a type. */
  public JsonNode await(String type) {
    return awaitAny(type);
  }

  /** Waits for the first message of any of these types. */
  public JsonNode awaitAny(String... types) {
    Set<String> wanted = Set.of(types);
    return Awaitility.await()
        .until(
            () ->
                messages.stream()
                    .filter(m -> wanted.contains(m.path("type").asString()))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  /** Waits until this many events of an organization have come and returns their sequences. */
  public List<Long> awaitSequences(String organizationId, int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> sequences(organizationId).size() >= count);
    return sequences(organizationId);
  }

  /** The sequences of the events of an organization so far, as they came. */
  public List<Long> sequences(String organizationId) {
    return messages.stream()
        .filter(m -> m.has("timestamp"))
        .filter(m -> m.path("organizationId").asString().equals(organizationId))
        .map(m -> m.path("sequence").asLong())
        .toList();
  }

  public List<JsonNode> messages() {
    return List.copyOf(messages);
  }

  /** The status the server closed with, or 0 while it is open. */
  public int closedWith() {
    return closedWith;
  }

  /** Waits until the server has closed the socket and returns its status. */
  public int awaitClosed() {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> closedWith != 0);
    return closedWith;
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (reads) {
      opened.request(Long.MAX_VALUE);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      messages.add(JSON.readTree(partial.toString()));
      partial.setLength(0);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closedWith = status;
    return null;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
