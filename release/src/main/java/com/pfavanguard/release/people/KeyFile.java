package com.pfavanguard.release.people;

import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.journal.Signer;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The private key of a person or of the runner, readable by its owner alone. */
public record KeyFile(String name, PrivateKey key, PublicKey publicKey) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /**
   * Makes a fresh key.
   *
   * @throws FileAlreadyExistsException rather than replace one
   */
  public static KeyFile create(Path file, String name) throws IOException {
    KeyPair keys = Signer.newKeys();
    String text =
        Json.canonical(
            Json.object()
                .put("name", name)
                .put("privateKey", Keys.text(keys.getPrivate()))
                .put("publicKey", Keys.text(keys.getPublic())));
    Files.createDirectories(file.toAbsolutePath().resolveSibling(".").normalize());
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(file, text + "\n", StandardOpenOption.WRITE);
    return new KeyFile(name, keys.getPrivate(), keys.getPublic());
  }

  /**
   * @throws IllegalArgumentException with a sentence for its owner
   */
  public static KeyFile read(Path file) throws IOException {
    Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
    if (!OWNER_ONLY.containsAll(allowed)) {
      throw new IllegalArgumentException(
          "%s may be read by others: chmod 600 it, or enrol anew".formatted(file));
    }
    try {
      JsonNode json = Json.parse(Files.readString(file));
      return new KeyFile(
          json.path("name").asString(),
          Keys.privateKey(json.path("privateKey").asString()),
          Keys.publicKey(json.path("publicKey").asString()));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + " is no key: make one with 'release enroll'", e);
    }
  }
}
