package com.pfavanguard.testing;

import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** A real Redis that can be killed and come back, empty, at the same address. */
public final class TestRedis implements AutoCloseable {
  private final int port = freePort();
  private RedisServer server = start();

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** From now on only who knows the password is let in; returns the address that has it. */
  public String requirePassword(String password) {
    try (RedisClient client = RedisClient.create(url());
        var connection = client.connect()) {
      connection.sync().configSet("requirepass", password);
    }
    return "redis://:" + password + "@127.0.0.1:" + port;
  }

  /** {@code kill -9}. */
  public void kill() {
    ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  private long pid() {
    try (RedisClient client = RedisClient.create(url());
        var connection = client.connect()) {
      return connection
          .sync()
          .info("server")
          .lines()
          .filter(line -> line.startsWith("process_id:"))
          .mapToLong(line -> Long.parseLong(line.substring("process_id:".length())))
          .findFirst()
          .orElseThrow();
    }
  }

  public void restart() {
    server = start();
  }

  private RedisServer start() {
    try {
      RedisServer started =
          RedisServer.newRedisServer().port(port).setting("bind 127.0.0.1").build();
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port where nobody answers. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
