package com.pfavanguard.release.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The journal of one release, open for one writer at a time. An entry is on disk before {@link
 * #append} returns: an intent that was written is there after any crash. Not thread-safe.
 */
public final class Journal implements AutoCloseable {
  private final FileChannel file;
  private final Signer signer;
  private final Clock clock;
  private Head head;

  private Journal(FileChannel file, Signer signer, Clock clock, Head head) {
    this.file = file;
    this.signer = signer;
    this.clock = clock;
    this.head = head;
  }

  /**
   * Opens or begins a journal. A last line without its end, from a writer that was killed while
   * writing, was never promised to anybody: it is taken away, and the journal says so.
   *
   * @throws JournalBusy when another writer has it
   * @throws IOException also when what is there is no journal: {@link JournalCheck} says more
   */
  public static Journal open(Path path, Signer signer, Clock clock) throws IOException {
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(file, path);
      JournalLines lines = JournalLines.read(path);
      Journal journal = new Journal(file, signer, clock, lastHead(lines.complete(), path));
      file.position(file.size());
      if (lines.torn().length > 0) {
        journal.dropTornLine(lines.torn());
      }
      return journal;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  public Entry append(String kind, ObjectNode body) throws IOException {
    Entry entry =
        Entry.signed(
            head.number() + 1,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            kind,
            body.deepCopy(),
            head.digest(),
            signer);
    ByteBuffer line =
        ByteBuffer.wrap((EntryLine.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
    while (line.hasRemaining()) {
      file.write(line);
    }
    file.force(true);
    head = new Head(entry.number(), entry.digest());
    return entry;
  }

  public Head head() {
    return head;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void dropTornLine(byte[] torn) throws IOException {
    file.truncate(file.size() - torn.length);
    file.position(file.size());
    append(
        "torn_line_dropped",
        JsonNodeFactory.instance
            .objectNode()
            .put("bytes", torn.length)
            .put("sha256", Digest.of(torn).hex()));
  }

  private static void lock(FileChannel file, Path path) throws IOException {
    try {
      if (file.tryLock() == null) {
        throw new JournalBusy(path);
      }
    } catch (OverlappingFileLockException e) {
      throw new JournalBusy(path, e); // this very process has it
    }
  }

  private static Head lastHead(List<String> lines, Path path) throws IOException {
    if (lines.isEmpty()) {
      return new Head(0, Digest.NONE);
    }
    Entry last =
        EntryLine.read(lines.getLast())
            .orElseThrow(() -> new IOException(path + " does not end with an entry"));
    return new Head(last.number(), last.digest());
  }
}
