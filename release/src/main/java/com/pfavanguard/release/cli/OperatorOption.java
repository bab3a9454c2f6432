package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.people.KeyFile;
import com.pfavanguard.release.people.Person;
import com.pfavanguard.release.people.Roster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Who sits at the keyboard, proved by a key and not by a name. */
final class OperatorOption {
  @Option(
      names = "--as",
      required = true,
      paramLabel = "KEYFILE",
      description = "your key, made by 'release enroll'")
  private Path keyFile = Path.of("");

  KeyFile key() throws IOException {
    if (!Files.isRegularFile(keyFile)) {
      throw new Refusal("there is no key at %s: make one with 'release enroll'".formatted(keyFile));
    }
    try {
      return KeyFile.read(keyFile);
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * @throws Refusal when the roster does not know this key by this name
   */
  KeyFile enrolled(Roster roster) throws IOException {
    KeyFile key = key();
    Person person =
        roster
            .find(key.name())
            .filter(known -> known.key().equals(key.publicKey()))
            .orElseThrow(() -> new Refusal(key.name() + " is not enrolled with this key"));
    return new KeyFile(person.name(), key.key(), key.publicKey());
  }
}
