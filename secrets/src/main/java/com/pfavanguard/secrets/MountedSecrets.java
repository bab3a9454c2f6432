package com.pfavanguard.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** One file per secret in a folder, as containers and systemd mount them. */
public record MountedSecrets(Path folder) implements SecretSource {
  private static final long LARGEST = 65_536;

  @Override
  public Optional<SecretValue> read(SecretName name) {
    Path file = folder.resolve(name.text());
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      if (Files.size(file) > LARGEST) {
        throw new SecretUnavailable(file + " is too large to be a secret", false);
      }
      return Optional.of(SecretValue.parse(Files.readString(file), "file"));
    } catch (NoSuchFileException replaced) {
      return Optional.empty();
    } catch (IOException e) {
      throw new SecretUnavailable(
          file + " cannot be read (" + e.getClass().getSimpleName() + ")", false);
    }
  }
}
