package com.pfavanguard.simulator.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Sends so many bytes of a body, then cuts the connection. */
public final class CutBody extends FilterOutputStream {
  private int left;

  public CutBody(OutputStream out, int bytes) {
    super(out);
    this.left = bytes;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int sent = Math.min(left, length);
    out.write(bytes, from, sent);
    left -= sent;
    if (left == 0) {
      out.flush();
      throw new ConnectionCut("in the body");
    }
  }
}
