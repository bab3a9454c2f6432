package com.pfavanguard.launcher.data;

import com.pfavanguard.launcher.console.Refusal;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Loopback ports, claimed together and held until {@link #close} so that no two claims get the same
 * one.
 */
public final class Ports implements AutoCloseable {
  private final List<ServerSocket> held = new ArrayList<>();

  /**
   * @param port 0 takes any free one
   * @param option the option that chooses another port, named in the refusal
   * @throws Refusal when something listens there already
   */
  public int claim(int port, String option) throws IOException {
    ServerSocket socket = new ServerSocket();
    held.add(socket);
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (BindException e) {
      throw new Refusal(
          "port %d is taken or not allowed: free it, or choose another with %s"
              .formatted(port, option),
          e);
    }
    return socket.getLocalPort();
  }

  /** The wanted port when it is free, else any free one. */
  public int prefer(int port) throws IOException {
    try {
      return claim(port, "");
    } catch (Refusal taken) {
      return claim(0, "");
    }
  }

  @Override
  public void close() throws IOException {
    for (ServerSocket socket : held) {
      socket.close();
    }
  }
}
