package com.pfavanguard.launcher.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that hold secrets or that others wait for: mode 0600, there as a whole or not at all. */
public final class PrivateFile {
  private PrivateFile() {}

  /**
   * Replaces the file atomically; readers see the old text or the new one, never a part.
   *
   * @throws IOException when the folder is not writable or the disk is full; the old file stays
   */
  public static void write(Path file, String text) throws IOException {
    // Files.createTempFile gives mode 0600 from the first byte on.
    Path whole = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new");
    try {
      try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
