package com.pfavanguard.launcher.backup;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.operations.backup.BackupManifest;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Twice the word of whoever restores: which database is replaced, and by which backup.
 *
 * @param database as given on the command line; null: ask
 * @param sha256 at least eight hexadecimal digits; null: ask
 */
public record Confirmation(@Nullable String database, @Nullable String sha256) {
  private static final int DIGITS = 8;

  /**
   * @param ask puts a question to a person
   * @throws Refusal when either word is another
   */
  public void require(String target, BackupManifest manifest, UnaryOperator<String> ask) {
    String named = database == null ? ask.apply("Name the database that is replaced: ") : database;
    if (!named.strip().equals(target)) {
      throw new Refusal("not confirmed: the database is " + target);
    }
    String digits =
        sha256 == null
            ? ask.apply(
                "The first %d digits of the backup's SHA-256 (in %s): "
                    .formatted(DIGITS, manifest.key()))
            : sha256;
    String given = digits.strip().toLowerCase(Locale.ROOT);
    if (given.length() < DIGITS || !manifest.sha256().startsWith(given)) {
      throw new Refusal("not confirmed: the backup's SHA-256 does not begin with what was given");
    }
  }
}
