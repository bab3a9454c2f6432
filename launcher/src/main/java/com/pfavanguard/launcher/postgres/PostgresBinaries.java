package com.pfavanguard.launcher.postgres;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.data.FileTree;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once from the archive in this program's jar and shared by all
 * data directories.
 *
 * @param path the folder that holds bin, lib and share
 */
public record PostgresBinaries(Path path) {
  /** The major version of the archive; a data folder of another one cannot be opened by it. */
  static final String MAJOR = "15";

  /**
   * Unpacks where that has not been done yet.
   *
   * @param folders where to keep them, best first; the first that can be written is used
   */
  public static PostgresBinaries unpacked(List<Path> folders) throws IOException {
    URL archive = archive();
    String name = "postgres-" + fingerprint(archive);
    for (Path folder : folders) {
      if (Files.isDirectory(folder.resolve(name))) {
        return new PostgresBinaries(folder.resolve(name));
      }
    }
    Path home = folders.stream().filter(PostgresBinaries::writable).findFirst().orElseThrow();
    return new PostgresBinaries(unpack(archive, home.resolve(name)));
  }

  private static boolean writable(Path folder) {
    try {
      return Files.isWritable(Files.createDirectories(folder));
    } catch (IOException notOurs) {
      return false;
    }
  }

  private static URL archive() {
    String architecture = System.getProperty("os.arch");
    String file =
        switch (architecture) {
          case "amd64" -> "postgres-linux-x86_64.txz";
          case "aarch64" -> "postgres-linux-arm_64.txz";
          default -> throw new Refusal("no PostgreSQL for this processor: " + architecture);
        };
    URL archive = PostgresBinaries.class.getResource("/" + file);
    if (archive == null) {
      throw new Refusal("this build holds no PostgreSQL for " + architecture);
    }
    return archive;
  }

  /** Differs when the archive does, so that an upgrade is unpacked beside the old one. */
  private static String fingerprint(URL archive) throws IOException {
    URLConnection connection = archive.openConnection();
    connection.setUseCaches(false);
    long value =
        connection instanceof JarURLConnection jar
            ? jar.getJarEntry().getCrc()
            : connection.getContentLengthLong();
    return MAJOR + "-" + System.getProperty("os.arch") + "-" + Long.toHexString(value);
  }

  private static Path unpack(URL archive, Path target) throws IOException {
    Path part = Files.createTempDirectory(target.getParent(), ".unpacking-");
    try (InputStream raw = new BufferedInputStream(archive.openStream());
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, part.resolve(entry.getName()).normalize());
      }
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException unpackedByAnother) {
      return target;
    } finally {
      FileTree.delete(part);
    }
    return target;
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Path folder = path.resolveSibling(".").normalize();
    Files.createDirectories(folder);
    if (entry.isSymbolicLink() || entry.isLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    try (OutputStream file = Files.newOutputStream(path)) {
      content.transferTo(file);
    }
    boolean program = folder.endsWith("bin");
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  String program(String name) {
    return path.resolve("bin").resolve(name).toString();
  }
}
