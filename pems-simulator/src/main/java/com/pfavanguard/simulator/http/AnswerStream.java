package com.pfavanguard.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;

/** Holds a body back until it ends or outgrows the room, so that most leave in one write. */
final class AnswerStream extends OutputStream {
  private static final int ROOM = 1 << 16;
  private final Response response;
  private byte[] buffer = new byte[2048];
  private int size;
  private boolean closed;

  AnswerStream(Response response) {
    this.response = response;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (size + length > ROOM) {
      send(false);
    }
    if (length > ROOM) {
      sendDirectly(ByteBuffer.wrap(bytes, from, length), false);
      return;
    }
    if (size + length > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + length));
    }
    System.arraycopy(bytes, from, buffer, size, length);
    size += length;
  }

  @Override
  public void flush() throws IOException {
    if (size > 0) {
      send(false);
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      send(true);
    }
  }

  private void send(boolean last) throws IOException {
    ByteBuffer content = ByteBuffer.wrap(buffer, 0, size);
    size = 0;
    sendDirectly(content, last);
  }

  private void sendDirectly(ByteBuffer content, boolean last) throws IOException {
    try (Blocker.Callback callback = Blocker.callback()) {
      response.write(last, content, callback);
      callback.block();
    }
  }
}
