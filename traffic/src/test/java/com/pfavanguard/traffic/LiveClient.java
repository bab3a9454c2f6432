package com.pfavanguard.traffic;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A browser's WebSocket: what it heard, and when it ended. */
final class LiveClient implements WebSocket.Listener {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final WebSocket socket;

  LiveClient(URI address) {
    URI live = URI.create("ws://127.0.0.1:" + address.getPort() + "/ws/sync-status");
    socket = CLIENT.newWebSocketBuilder().buildAsync(live, this).join();
  }

  void say(String text) {
    socket.sendText(text, true).join();
  }

  String hear() throws InterruptedException {
    return String.valueOf(heard.poll(10, TimeUnit.SECONDS));
  }

  CompletableFuture<Void> ended() {
    return ended;
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    heard.add(data.toString());
    webSocket.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
    ended.complete(null);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    ended.complete(null);
  }
}
