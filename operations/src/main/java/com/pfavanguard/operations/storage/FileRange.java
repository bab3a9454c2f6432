package com.pfavanguard.operations.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Some bytes in the middle of a file, as a stream. */
final class FileRange extends InputStream {
  private final InputStream content;
  private long left;

  private FileRange(InputStream content, long length) {
    this.content = content;
    this.left = length;
  }

  static InputStream open(Path file, long from, long length) {
    try {
      var channel = Files.newByteChannel(file);
      channel.position(from);
      return new FileRange(new BufferedInputStream(Channels.newInputStream(channel)), length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int read() throws IOException {
    if (left == 0) {
      return -1;
    }
    left--;
    return content.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (left == 0) {
      return -1;
    }
    int read = content.read(buffer, offset, (int) Math.min(length, left));
    left -= Math.max(read, 0);
    return read;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
