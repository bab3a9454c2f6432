package com.pfavanguard.launcher.data;

import com.pfavanguard.launcher.console.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Space for data. */
public final class Disk {
  private static final String FULL = "No space left on device";
  private static final long MIB = 1024 * 1024;

  private Disk() {}

  /**
   * @param mebibytes what the command is about to need
   * @throws Refusal when the disk of that folder has less
   */
  public static void requireFree(Path folder, long mebibytes) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace() / MIB;
    if (free < mebibytes) {
      throw new Refusal(
          "the disk of %s is full: %d MiB are free, %d MiB are needed"
              .formatted(folder, free, mebibytes));
    }
  }

  /** Whether this failure, or what caused it, is a full disk. */
  public static boolean isFull(@Nullable Throwable failure) {
    return failure != null
        && (isFull(String.valueOf(failure.getMessage())) || isFull(failure.getCause()));
  }

  /** Whether a line of a log tells of a full disk. */
  public static boolean isFull(String line) {
    return line.contains(FULL);
  }
}
