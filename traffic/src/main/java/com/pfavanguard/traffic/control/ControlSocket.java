package com.pfavanguard.traffic.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a proxy over its socket: one line, then the answer to its end. HAProxy's runtime API speaks
 * so, and the JVM proxy does too. Who may ask is the file's permissions.
 */
public record ControlSocket(Path file) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * @throws IOException when nobody answers within 5 s
   */
  public String ask(String line) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return CompletableFuture.supplyAsync(() -> ask(channel, line), Thread::startVirtualThread)
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException("no proxy answers at " + file + ": " + reason(e), e);
    } catch (TimeoutException e) {
      throw new IOException("the proxy at " + file + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking " + file, e);
    }
  }

  private static @Nullable String reason(ExecutionException e) {
    Throwable cause =
        e.getCause() instanceof UncheckedIOException io ? io.getCause() : e.getCause();
    return cause == null ? null : cause.getMessage();
  }

  private String ask(SocketChannel channel, String line) {
    try {
      channel.connect(UnixDomainSocketAddress.of(file));
      channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
