package com.pfavanguard.operations.storage;

import com.pfavanguard.operations.OperationRefused;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A folder on this machine. A file appears under its name when all of it is on the disk. */
final class FolderStorage implements Storage {
  private final Path folder;

  FolderStorage(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public void put(String key, Path file, ServedAs served) throws IOException {
    try (Workspace workspace = workspace()) {
      take(key, Files.copy(file, workspace.file("part")), served);
    }
  }

  @Override
  public void take(String key, Path file, ServedAs served) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Path target = path(key);
    Files.createDirectories(target.resolveSibling(".").normalize());
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public InputStream open(String key) throws IOException {
    try {
      return Files.newInputStream(path(key));
    } catch (NoSuchFileException e) {
      throw (FileNotFoundException) new FileNotFoundException(path(key).toString()).initCause(e);
    }
  }

  @Override
  public List<String> keys(String beginning) throws IOException {
    List<String> keys = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
              boolean ours = each.equals(folder) || !each.getFileName().toString().startsWith(".");
              return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              keys.add(folder.relativize(file).toString());
              return FileVisitResult.CONTINUE;
            }
          });
    }
    keys.removeIf(key -> !key.startsWith(beginning));
    Collections.sort(keys);
    return keys;
  }

  @Override
  public void delete(Collection<String> keys) throws IOException {
    for (String key : keys) {
      Files.deleteIfExists(path(key));
    }
  }

  @Override
  public Workspace workspace() throws IOException {
    Files.createDirectories(folder);
    return Workspace.in(folder);
  }

  @Override
  public String address() {
    return folder.toString();
  }

  private Path path(String key) {
    Path path = folder.resolve(key).normalize();
    if (!path.startsWith(folder) || path.equals(folder)) {
      throw new OperationRefused("the name " + key + " leads out of " + folder);
    }
    return path;
  }
}
