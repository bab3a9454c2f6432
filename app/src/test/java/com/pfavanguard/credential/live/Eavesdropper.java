package com.pfavanguard.credential.live;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Hears every line that this JVM prints and remembers those that hold a secret. */
final class Eavesdropper implements AutoCloseable {
  private final Canaries canaries;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final List<String> leaks = new CopyOnWriteArrayList<>();
  private final AtomicLong lines = new AtomicLong();

  Eavesdropper(Canaries canaries) {
    this.canaries = canaries;
    System.setOut(new PrintStream(new Line(out), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(new Line(err), true, StandardCharsets.UTF_8));
  }

  List<String> leaks() {
    return leaks;
  }

  long lines() {
    return lines.get();
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
  }

  private final class Line extends OutputStream {
    private final OutputStream to;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    Line(OutputStream to) {
      this.to = to;
    }

    @Override
    public synchronized void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
      for (int i = from; i < from + count; i++) {
        if (bytes[i] == '\n') {
          end();
        } else {
          begun.write(bytes[i]);
        }
      }
      try {
        to.write(bytes, from, count);
        to.flush();
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    private void end() {
      String line = begun.toString(StandardCharsets.UTF_8);
      begun.reset();
      lines.incrementAndGet();
      canaries.in(line).ifPresent(of -> leaks.add(of + ": " + line));
    }
  }
}
