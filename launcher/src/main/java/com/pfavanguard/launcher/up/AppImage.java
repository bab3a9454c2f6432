package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.data.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The application unpacked for a quick start, and the JVM's ahead-of-time cache of its classes.
 * Both are made from the jar when there is time and used when they are there; without them the jar
 * itself runs, only slower.
 */
record AppImage(Path jar, Path folder) {
  private static final String PREFIX = "app-";
  private static final String UNPACKED_JAR = "app.jar";
  private static final String CACHE = "classes.aot";

  /** Of this build and this JVM; another one has another folder. */
  static AppImage of(Installation installation, Path cache) throws IOException {
    Path jar = installation.appJar();
    String name = PREFIX + JarContent.fingerprint(jar);
    for (Path home : installation.programFolders(cache)) {
      if (Files.isWritable(home) || Files.isDirectory(home.resolve(name))) {
        return new AppImage(jar, home.resolve(name));
      }
    }
    return new AppImage(jar, Files.createDirectories(cache).resolve(name));
  }

  /** The JVM's arguments that run it as it is by now. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (isTrained()) {
      arguments.add("-XX:AOTCache=" + folder.resolve(CACHE));
    }
    arguments.addAll(List.of("-jar", (isUnpacked() ? unpackedJar() : jar).toString()));
    return arguments;
  }

  Path unpackedJar() {
    return folder.resolve(UNPACKED_JAR);
  }

  boolean isUnpacked() {
    return Files.isRegularFile(unpackedJar());
  }

  boolean isTrained() {
    return Files.isRegularFile(folder.resolve(CACHE));
  }

  /** Takes over what was unpacked elsewhere, unless another was faster. */
  void adoptUnpacked(Path part) throws IOException {
    Files.move(part.resolve(jar.getFileName()), part.resolve(UNPACKED_JAR));
    if (!isUnpacked()) {
      FileTree.delete(folder);
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    LastUsed.keep(folder.resolveSibling(""), PREFIX);
  }

  void adoptCache(Path made) throws IOException {
    Files.move(made, folder.resolve(CACHE), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The next start does without the cache: a process did not start with it. */
  void distrust() throws IOException {
    Files.deleteIfExists(folder.resolve(CACHE));
  }
}
