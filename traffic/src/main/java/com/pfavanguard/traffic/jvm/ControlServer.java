package com.pfavanguard.traffic.jvm;

import com.pfavanguard.traffic.control.ControlSocket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Answers at a socket in the file system that only its owner may open. */
final class ControlServer implements AutoCloseable {
  private final Path file;
  private final Commands commands;
  private final ServerSocketChannel listener;

  /**
   * @throws IOException when another proxy answers there already
   */
  ControlServer(Path file, Commands commands) throws IOException {
    this.file = file;
    this.commands = commands;
    if (Files.exists(file)) {
      requireLeftOver(file);
      Files.delete(file);
    }
    this.listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(file));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Thread.ofPlatform().daemon().name("proxy-control").start(this::serve);
  }

  private static void requireLeftOver(Path file) throws IOException {
    try {
      new ControlSocket(file).ask("status");
    } catch (IOException nobodyAnswers) {
      return;
    }
    throw new IOException("another proxy answers at " + file);
  }

  private void serve() {
    while (listener.isOpen()) {
      try {
        SocketChannel client = listener.accept();
        Thread.ofVirtual().start(() -> answer(client));
      } catch (IOException e) {
        // Closed, or one client failed; the next turn of the loop tells.
      }
    }
  }

  private void answer(SocketChannel client) {
    try (client) {
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(client), StandardCharsets.UTF_8));
      String line = reader.readLine();
      client.write(
          ByteBuffer.wrap(answer(line == null ? "" : line).getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      // Who asked has gone.
    }
  }

  private String answer(String line) {
    try {
      return commands.answer(line);
    } catch (IllegalArgumentException | IOException e) {
      return "refused: " + e.getMessage();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    Files.deleteIfExists(file);
  }
}
