package com.pfavanguard.simulator.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Where in the journal each committed write stands; the journal itself is the log. */
final class WriteLog {
  private static final int FIRST_ROOM = 1024;
  private final Journal journal;
  private long[] starts = new long[FIRST_ROOM];
  private long[] ends = new long[FIRST_ROOM];
  private int size;

  WriteLog(Journal journal) {
    this.journal = journal;
  }

  synchronized void add(long start, long end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  synchronized int size() {
    return size;
  }

  synchronized void clear() {
    size = 0;
  }

  /** Writes the JSON array of all writes whose sequence is above the one given. */
  void copyAfter(long sequence, OutputStream out) throws IOException {
    int last = size();
    out.write('[');
    for (int index = Math.clamp(sequence, 0, last); index < last; index++) {
      long[] place = place(index);
      journal.copy(place[0], place[1], out);
      out.write(index + 1 < last ? ',' : '\n');
    }
    out.write(']');
  }

  private synchronized long[] place(int index) {
    return new long[] {starts[index], ends[index]};
  }
}
