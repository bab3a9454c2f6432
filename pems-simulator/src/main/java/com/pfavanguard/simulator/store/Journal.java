package com.pfavanguard.simulator.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of lines, each led by its CRC-32 in eight hex digits and a space. A line is
 * with the operating system before {@link #append} returns, so a kill of the process loses nothing;
 * a torn last line is cut off when the file is read again. Callers take turns.
 */
final class Journal implements AutoCloseable {
  static final int PREFIX = 9;
  private final FileChannel channel;
  private long end;

  private Journal(FileChannel channel) {
    this.channel = channel;
  }

  /** A kept file, or with no folder an unnamed one that vanishes with the process. */
  static Journal open(@Nullable Path folder) throws IOException {
    if (folder == null) {
      return new Journal(
          FileChannel.open(
              Files.createTempFile("pems-simulator", ".journal"),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    }
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("pems.journal"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      lock(channel, folder);
      return new Journal(channel);
    } catch (FileSystemException e) {
      throw new IOException("the data folder " + folder + " cannot be used: " + e, e);
    }
  }

  /** Two writers would garble the file; the lock ends with its process, however that ends. */
  private static void lock(FileChannel channel, Path folder) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new IOException("the data folder " + folder + " is in use by this process", e);
    }
    channel.close();
    throw new IOException("the data folder " + folder + " is in use by another simulator");
  }

  /**
   * Hands every whole line to the reader and cuts a torn last one off.
   *
   * @throws IOException when a line before the last is damaged: that is no torn write
   */
  void replay(Consumer<Line> reader) throws IOException {
    LineReader lines = new LineReader(Channels.newInputStream(channel.position(0)));
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      boolean last = end + line.length + 1 >= channel.size();
      boolean ended = end + line.length < channel.size();
      if (!ended || !isWhole(line)) {
        if (!last) {
          throw new IOException("the journal is damaged at byte " + end);
        }
        break;
      }
      long start = end;
      end += line.length + 1;
      reader.accept(new Line(start, end, json(line)));
    }
    channel.truncate(end);
  }

  /** Returns where the line begins. */
  long append(byte[] json) {
    CRC32 crc = new CRC32();
    crc.update(json);
    ByteBuffer line = ByteBuffer.allocate(PREFIX + json.length + 1);
    line.put("%08x ".formatted(crc.getValue()).getBytes(StandardCharsets.US_ASCII));
    line.put(json).put((byte) '\n').flip();
    long start = end;
    try {
      while (line.hasRemaining()) {
        channel.write(line, end + line.position());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be written", e);
    }
    end += line.limit();
    return start;
  }

  /** Empties the file. */
  void clear() {
    try {
      channel.truncate(0);
      end = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies the JSON of the line that begins at one place and ends before another. */
  void copy(long start, long next, OutputStream out) throws IOException {
    ByteBuffer json = ByteBuffer.allocate(Math.toIntExact(next - start - PREFIX - 1));
    while (json.hasRemaining() && channel.read(json, start + PREFIX + json.position()) >= 0) {
      // read on until the line is whole
    }
    out.write(json.array(), 0, json.position());
  }

  long end() {
    return end;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  record Line(long start, long end, String json) {}

  private static String json(byte[] line) {
    return new String(line, PREFIX, line.length - PREFIX, StandardCharsets.UTF_8);
  }

  private static boolean isWhole(byte[] line) {
    if (line.length < PREFIX) {
      return false;
    }
    CRC32 crc = new CRC32();
    crc.update(line, PREFIX, line.length - PREFIX);
    return "%08x "
        .formatted(crc.getValue())
        .equals(new String(line, 0, PREFIX, StandardCharsets.US_ASCII));
  }
}
