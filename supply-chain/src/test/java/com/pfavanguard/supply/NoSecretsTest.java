package com.pfavanguard.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No file that is checked in holds a credential of a known form. */
class NoSecretsTest {
  private static final Map<String, Pattern> FORMS = new LinkedHashMap<>();

  static {
    FORMS.put("private key", Pattern.compile("-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"));
    FORMS.put("AWS key id", Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"));
    FORMS.put(
        "AWS secret key",
        Pattern.compile("(?i)aws_?secret_?(?:access_?)?key\\W{1,4}[A-Za-z0-9/+]{40}\\b"));
    FORMS.put("Google API key", Pattern.compile("\\bAIza[0-9A-Za-z_-]{35}\\b"));
    FORMS.put(
        "GitHub token",
        Pattern.compile("\\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})\\b"));
    FORMS.put("Slack token", Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{20,}"));
    FORMS.put("npm token", Pattern.compile("\\bnpm_[A-Za-z0-9]{36}\\b"));
    FORMS.put(
        "JSON web token",
        Pattern.compile("\\beyJ[A-Za-z0-9_-]{20,}\\.eyJ[A-Za-z0-9_-]{20,}\\.[A-Za-z0-9_-]{20,}"));
    FORMS.put("our own access token", Pattern.compile("\\bvgt_[A-Za-z0-9_-]{43}\\b"));
    FORMS.put(
        "password in an address",
        Pattern.compile(
            "\\b(?:postgres(?:ql)?|rediss?|https?)://[^\\s:/@\"'<>${}%]+:(?!password@|secret@|test@|%s@)[^\\s:/@\"'<>${}%]{8,}@(?!127\\.0\\.0\\.1|localhost)"));
    FORMS.put(
        "Argon2 hash",
        Pattern.compile(
            "\\$argon2id\\$v=\\d+\\$m=\\d+,t=\\d+,p=\\d+\\$(?!bm9ib2R5)[A-Za-z0-9+/]{16,}\\$"));
  }

  @Test
  void nothingCheckedInIsASecret() {
    List<String> found = new ArrayList<>();
    for (Path file : Repository.files()) {
      secrets(Repository.text(file))
          .forEach(form -> found.add(Repository.ROOT.relativize(file) + ": " + form));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void keyStoresAndEnvironmentFilesAreNotCheckedIn() {
    assertThat(Repository.files())
        .noneMatch(
            file ->
                file.getFileName()
                    .toString()
                    .matches(
                        "(?i).*\\.(p12|pfx|jks|keystore|pem|key)|\\.env(\\..+)?|\\.npmrc|\\.netrc|\\.pgpass"));
  }

  @Test
  void eachFormIsFoundWhenItIsThere() {
    // Put together here, so that this file itself holds none.
    assertThat(
            List.of(
                "-----BEGIN RSA " + "PRIVATE KEY-----",
                "AKIA" + "IOSFODNN7EXAMPLE",
                "aws_secret_access_key = " + "a".repeat(40),
                "AIza" + "b".repeat(35),
                "ghp_" + "c".repeat(36),
                "xoxb-" + "1".repeat(24),
                "npm_" + "d".repeat(36),
                "eyJ" + "a".repeat(30) + ".eyJ" + "b".repeat(30) + "." + "c".repeat(30),
                "vgt_" + "e".repeat(43),
                "postgresql://vanguard:" + "hunter2hunter2" + "@db.internal:5432/x",
                "$argon2id$v=19$m=19456,t=2,p=1$" + "f".repeat(22) + "$abc"))
        .allSatisfy(text -> assertThat(secrets(text)).hasSize(1));
  }

  private static List<String> secrets(String text) {
    return FORMS.entrySet().stream()
        .filter(form -> form.getValue().matcher(text).find())
        .map(Map.Entry::getKey)
        .toList();
  }
}
