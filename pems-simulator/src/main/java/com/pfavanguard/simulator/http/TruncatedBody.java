package com.pfavanguard.simulator.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Swallows the last bytes of a body and ends it in good order. */
public final class TruncatedBody extends FilterOutputStream {
  private final int lost;
  private byte[] held = new byte[0];

  public TruncatedBody(OutputStream out, int lost) {
    super(out);
    this.lost = Math.max(1, lost);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    byte[] all = Arrays.copyOf(held, held.length + length);
    System.arraycopy(bytes, from, all, held.length, length);
    int sure = Math.max(0, all.length - lost);
    out.write(all, 0, sure);
    held = Arrays.copyOfRange(all, sure, all.length);
  }
}
