package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.data.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A copy of a jar to run, so that a build does not pull the classes from under a process. */
final class PinnedJar {
  private PinnedJar() {}

  /** Returns the jar itself where no copy can be kept. */
  static Path of(Path jar, Installation installation, Path cache) throws IOException {
    String prefix = jar.getFileName().toString().replaceFirst("[.]jar$", "-");
    String name = prefix + JarContent.fingerprint(jar) + ".jar";
    Files.createDirectories(cache);
    for (Path home : installation.programFolders(cache)) {
      Path copy = home.resolve(name);
      if (Files.isReadable(copy)) {
        return copy;
      }
      if (Files.isWritable(home)) {
        copy(jar, copy);
        LastUsed.keep(home, prefix);
        return copy;
      }
    }
    return jar;
  }

  private static void copy(Path jar, Path copy) throws IOException {
    Path part = copy.resolveSibling("." + copy.getFileName() + ProcessHandle.current().pid());
    try {
      Files.copy(jar, part);
      LastUsed.mark(part);
      Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      FileTree.delete(part);
    }
  }
}
