package com.pfavanguard.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP route to a local port that can fall silent (freeze), break (cut) and work again (mend). */
public final class CuttableRoute implements AutoCloseable {
  private enum State {
    OPEN,
    FROZEN,
    CUT
  }

  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ServerSocket listener;
  private final int target;
  private volatile State state = State.OPEN;

  private CuttableRoute(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public static CuttableRoute to(int port) throws IOException {
    return new CuttableRoute(port);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Connections stay, but nothing passes any more. */
  public void freeze() {
    state = State.FROZEN;
  }

  /** Connections break and new ones are dropped at once. */
  public void cut() {
    state = State.CUT;
    sockets.forEach(CuttableRoute::drop);
    sockets.clear();
  }

  public void mend() {
    state = State.OPEN;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket near = listener.accept();
        if (state == State.CUT) {
          drop(near);
          continue;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(near);
        sockets.add(far);
        Thread.ofVirtual().start(() -> pass(near, far));
        Thread.ofVirtual().start(() -> pass(far, near));
      } catch (IOException e) {
        // The listener was closed, or one connection failed; the next accept tells.
      }
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (state == State.OPEN) {
          out.write(buffer, 0, n);
          out.flush();
        }
      }
    } catch (IOException e) {
      // One side is gone; closing tells the other.
    }
    drop(from);
    drop(to);
  }

  private static void drop(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Gone already.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }
}
