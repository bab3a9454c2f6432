package com.pfavanguard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import redis.embedded.RedisServer;

/** A real Redis that can be killed and come back, empty, at the same address. */
public final class TestRedis implements AutoCloseable {
  private final int port = freePort();
  private RedisServer server = start();

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** {@code kill -9}. */
  public void kill() {
    List<ProcessHandle> own =
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().commandLine().orElse("").contains(":" + port))
            .toList();
    if (own.isEmpty()) {
      throw new IllegalStateException("no Redis at port " + port);
    }
    own.forEach(ProcessHandle::destroyForcibly);
    own.forEach(process -> process.onExit().join());
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
