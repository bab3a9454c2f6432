package com.pfavanguard.launcher.data;

import com.pfavanguard.launcher.console.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * At most one {@code up} per data directory. The kernel drops the lock with its process, whatever
 * ended it; the file holds the process id for messages only.
 */
public final class DataLock implements AutoCloseable {
  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws Refusal when another process holds it
   */
  public static DataLock acquire(DataDirectory directory) throws IOException {
    FileChannel channel =
        FileChannel.open(directory.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      throw new Refusal(
          "another vanguard (process %s) is running on %s: stop it, or choose another --data-dir"
              .formatted(holderText(directory.lockFile()), directory.path()));
    }
    channel.truncate(0);
    byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
    channel.write(ByteBuffer.wrap(pid), 0);
    return new DataLock(channel);
  }

  /** The process that last took the lock; it may have ended since. */
  public static OptionalLong holder(DataDirectory directory) throws IOException {
    String text = holderText(directory.lockFile());
    return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  private static String holderText(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file).strip() : "";
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
