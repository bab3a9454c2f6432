package com.pfavanguard.traffic.jvm;

import com.pfavanguard.traffic.Colour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where new requests go; on disk before it is in force, so that a restart leads there too. */
final class ActiveColour {
  private final Path file;
  private volatile Colour now;

  ActiveColour(Path file) throws IOException {
    this.file = file;
    this.now = Files.exists(file) ? Colour.named(Files.readString(file)) : Colour.BLUE;
  }

  Colour now() {
    return now;
  }

  synchronized void become(Colour colour) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, colour + "\n");
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    now = colour;
  }
}
