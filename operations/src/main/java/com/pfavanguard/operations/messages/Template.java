package com.pfavanguard.operations.messages;

import com.pfavanguard.operations.OperationRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with {@code {{names}}}. Lines such as {@code Subject: …} stand at its head, then an empty
 * line, then the body.
 */
public final class Template {
  private static final Pattern NAME = Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9]*)}}");
  private static final Pattern HEADER = Pattern.compile("([A-Z][A-Za-z-]*): (.*)");

  private final String name;
  private final String text;

  private Template(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * @throws OperationRefused when there is none
   */
  public static Template read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new OperationRefused("there is no template " + file);
    }
    return new Template(file.toString(), Files.readString(file));
  }

  /** What has to be given. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    NAME.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
    return names;
  }

  /**
   * @throws OperationRefused naming what is missing: nobody is sent a gap
   */
  public Text filled(Map<String, String> values) {
    Set<String> missing = names();
    missing.removeAll(values.keySet());
    if (!missing.isEmpty()) {
      throw new OperationRefused(
          "%s needs a value for %s".formatted(name, String.join(", ", missing)));
    }
    List<String> lines = text.lines().toList();
    Map<String, String> headers = new java.util.LinkedHashMap<>();
    int at = 0;
    for (Matcher header = HEADER.matcher(lines.getFirst()); header.matches(); ) {
      headers.put(header.group(1), filled(header.group(2), values));
      at++;
      header = HEADER.matcher(at < lines.size() ? lines.get(at) : "");
    }
    String body = String.join("\n", lines.subList(at, lines.size()));
    return new Text(headers, filled(body, values).strip() + "\n");
  }

  private static String filled(String part, Map<String, String> values) {
    return NAME.matcher(part).replaceAll((MatchResult found) -> quoted(found, values));
  }

  private static String quoted(MatchResult found, Map<String, String> values) {
    return Matcher.quoteReplacement(values.getOrDefault(found.group(1), ""));
  }
}
