package com.pfavanguard.configuration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part below {@code vanguard:} of application.yaml, with the comments above its keys. */
final class YamlSettings {
  private static final Pattern ENTRY = Pattern.compile("( *)([a-z][\\w-]*):(?: (.*))?");

  private final Deque<String> path = new ArrayDeque<>();
  private final StringBuilder comment = new StringBuilder();
  private final List<Setting> settings = new ArrayList<>();

  static List<Setting> of(String yaml) {
    YamlSettings all = new YamlSettings();
    yaml.lines().forEach(all::read);
    return all.settings.stream().filter(s -> s.name().startsWith("vanguard.")).toList();
  }

  private void read(String line) {
    if (line.strip().startsWith("#")) {
      comment.append(comment.isEmpty() ? "" : " ").append(line.strip().substring(1).strip());
      return;
    }
    Matcher entry = ENTRY.matcher(line);
    if (entry.matches()) {
      while (path.size() > entry.group(1).length() / 2) {
        path.removeLast();
      }
      path.addLast(entry.group(2));
      if (entry.group(3) != null) {
        String preset =
            entry.group(3).replaceAll("^\"(.*)\"$", "$1").replaceAll("^(\\[]|\\{})$", "");
        settings.add(new Setting(String.join(".", path), preset, "", comment.toString()));
      }
    }
    comment.setLength(0);
  }
}
