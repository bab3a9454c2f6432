package com.pfavanguard.launcher.data;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Random passwords of one data directory, kept in a file of mode 0600 and nowhere else. */
public final class Secrets {
  private final Map<Secret, String> values;

  private Secrets(Map<Secret, String> values) {
    this.values = values;
  }

  /**
   * Reads the secrets, making those that do not exist yet.
   *
   * @throws Refusal when a database exists whose password is lost, or the file cannot be read
   */
  public static Secrets open(DataDirectory directory) throws IOException {
    JsonNode stored = read(directory.secretsFile());
    boolean superuserLost = !stored.has(Secret.DATABASE_SUPERUSER.key());
    if (superuserLost && Files.exists(directory.postgres())) {
      throw new Refusal(
          "the passwords of the database in %s are lost (%s): restore that file or use --fresh"
              .formatted(directory.path(), directory.secretsFile().getFileName()));
    }
    Map<Secret, String> values = new EnumMap<>(Secret.class);
    SecureRandom random = new SecureRandom();
    boolean complete = true;
    for (Secret secret : Secret.values()) {
      JsonNode value = stored.path(secret.key());
      complete &= value.isString();
      values.put(secret, value.isString() ? value.asString() : secret.made(random));
    }
    Secrets secrets = new Secrets(values);
    if (!complete) {
      PrivateFile.write(directory.secretsFile(), secrets.toJson());
    }
    return secrets;
  }

  private static JsonNode read(Path file) throws IOException {
    try {
      return Files.exists(file) ? Json.parse(Files.readString(file)) : Json.object();
    } catch (JacksonException e) {
      throw new Refusal(file + " is damaged: restore it or use --fresh", e);
    }
  }

  private String toJson() {
    ObjectNode object = Json.object();
    values.forEach((secret, value) -> object.put(secret.key(), value));
    return Json.pretty(object);
  }

  public String of(Secret secret) {
    String value = values.get(secret);
    if (value == null) {
      throw new IllegalStateException("no value for " + secret);
    }
    return value;
  }
}
