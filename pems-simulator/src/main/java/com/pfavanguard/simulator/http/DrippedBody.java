package com.pfavanguard.simulator.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** Sends a body a few bytes at a time. */
public final class DrippedBody extends FilterOutputStream {
  private static final int DROPS_PER_SECOND = 10;
  private static final int MILLIS = 1000;
  private final int bytesPerSecond;
  private final int drop;

  public DrippedBody(OutputStream out, int bytesPerSecond) {
    super(out);
    this.bytesPerSecond = bytesPerSecond;
    this.drop = Math.max(1, bytesPerSecond / DROPS_PER_SECOND);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    for (int sent = 0; sent < length; sent += drop) {
      int size = Math.min(drop, length - sent);
      out.write(bytes, from + sent, size);
      out.flush();
      pause(size);
    }
  }

  private void pause(int size) throws IOException {
    try {
      Thread.sleep((long) size * MILLIS / bytesPerSecond);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while dripping");
    }
  }
}
