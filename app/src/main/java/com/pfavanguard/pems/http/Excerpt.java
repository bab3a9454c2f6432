package com.pfavanguard.pems.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the beginning of what is read through it. */
final class Excerpt extends FilterInputStream {
  /** Longer than {@link Redaction#LONGEST} by more than any secret: none is cut in two there. */
  private static final int KEPT = 2 * Redaction.LONGEST;

  private final byte[] kept = new byte[KEPT];
  private int length;

  Excerpt(InputStream body) {
    super(body);
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0 && length < KEPT) {
      kept[length++] = (byte) one;
    }
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int wanted) throws IOException {
    int read = super.read(bytes, offset, wanted);
    int more = Math.min(read, KEPT - length);
    if (more > 0) {
      System.arraycopy(bytes, offset, kept, length, more);
      length += more;
    }
    return read;
  }

  String text() {
    return new String(kept, 0, length, StandardCharsets.UTF_8);
  }
}
