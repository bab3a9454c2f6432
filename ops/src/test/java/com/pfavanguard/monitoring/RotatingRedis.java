package com.pfavanguard.monitoring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import redis.embedded.RedisServer;

/** A real Redis with a limit, known to the product by a secret that has an end. */
final class RotatingRedis implements AutoCloseable {
  private final RedisServer server;
  private final Path secrets;

  RotatingRedis(Path folder) throws IOException {
    int port = freePort();
    server =
        RedisServer.newRedisServer()
            .port(port)
            .setting("bind 127.0.0.1")
            .setting("maxmemory 64mb")
            .build();
    server.start();
    secrets = Files.createDirectory(folder.resolve("secrets"));
    Files.writeString(
        secrets.resolve("redis"),
        "{\"value\":\"redis://127.0.0.1:%d\",\"expiresAt\":\"2100-01-01T00:00:00Z\"}"
            .formatted(port));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** What the product must be told. */
  Map<String, String> settings() {
    return Map.of("VANGUARD_SECRETS_DIR", secrets.toString(), "VANGUARD_SECRETS_FIRST_CHECK", "1s");
  }

  @Override
  public void close() throws IOException {
    server.stop();
  }
}
