package com.pfavanguard.release.evidence;

import com.pfavanguard.release.journal.Digest;
import com.pfavanguard.release.journal.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As notes on the commit that is checked out, under {@code refs/notes/vanguard-release}: whoever
 * fetched them remembers.
 */
public record GitNotes(Path checkout) implements Anchor {
  private static final Pattern LINE = Pattern.compile("(\\S+) (\\d+) ([0-9a-f]{64})");

  @Override
  public void keep(String release, Head head) throws IOException {
    String line = "%s %d %s".formatted(release, head.number(), head.digest().hex());
    git("append", "-m", line, "HEAD");
  }

  @Override
  public List<Head> kept(String release) throws IOException {
    if (git("list").isBlank()) {
      return List.of();
    }
    List<Head> heads = new ArrayList<>();
    for (String line : git("show", "HEAD").lines().toList()) {
      Matcher kept = LINE.matcher(line);
      if (kept.matches() && kept.group(1).equals(release)) {
        heads.add(new Head(Long.parseLong(kept.group(2)), new Digest(kept.group(3))));
      }
    }
    return heads;
  }

  @Override
  public String address() {
    return "git notes of " + checkout;
  }

  private String git(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "notes", "--ref", "vanguard-release"));
    command.addAll(List.of(arguments));
    Process git =
        new ProcessBuilder(command).directory(checkout.toFile()).redirectErrorStream(true).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (git.waitFor() != 0) {
        throw new IOException("git notes in %s: %s".formatted(checkout, said.strip()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return said;
  }
}
