package com.pfavanguard.release.site;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.release.definition.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a definition names: addresses and folders, and secrets by reference. A secret is looked up
 * at its use and is kept nowhere.
 */
record Site(Map<String, String> targets, Map<String, String> secrets, Installation installation) {
  private static final String ENVIRONMENT = "env:";
  private static final String FILE = "file:";

  static Site of(Definition definition, Installation installation) {
    Map<String, String> targets = definition.checklist().targets();
    Map<String, String> secrets = definition.checklist().secrets();
    return new Site(
        targets == null ? Map.of() : new HashMap<>(targets),
        secrets == null ? Map.of() : new HashMap<>(secrets),
        installation);
  }

  /** Empty where nothing is configured: then there is no adapter for it. */
  Optional<String> target(String name) {
    String value = targets.getOrDefault(name, "");
    String found =
        value.startsWith(ENVIRONMENT)
            ? System.getenv().getOrDefault(value.substring(ENVIRONMENT.length()), "")
            : value;
    return Optional.of(found.strip()).filter(text -> !text.isEmpty());
  }

  /** A folder or file of the checkout, unless it is named from the root. */
  Optional<Path> path(String name) {
    return target(name).map(installation.root()::resolve);
  }

  Optional<String> secret(String name) throws IOException {
    String reference = secrets.getOrDefault(name, "");
    if (reference.startsWith(ENVIRONMENT)) {
      return Optional.ofNullable(System.getenv(reference.substring(ENVIRONMENT.length())))
          .filter(value -> !value.isBlank());
    }
    if (reference.startsWith(FILE)) {
      Path file = Path.of(reference.substring(FILE.length()));
      return Files.isReadable(file)
          ? Optional.of(Files.readString(file).strip())
          : Optional.empty();
    }
    return Optional.empty();
  }
}
