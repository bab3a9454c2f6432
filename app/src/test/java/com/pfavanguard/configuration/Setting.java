package com.pfavanguard.configuration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One property, as far as one place knows it; empty texts where it does not.
 *
 * @param name as in application.yaml
 * @param type how it is written, with its unit
 */
record Setting(String name, String preset, String type, String meaning) {

  /** What this place does not say is taken from another. */
  Setting or(@Nullable Setting other) {
    return other == null
        ? this
        : new Setting(
            name,
            preset.isEmpty() ? other.preset : preset,
            type.isEmpty() ? other.type : type,
            meaning.isEmpty() ? other.meaning : meaning);
  }

  /** The operators' own name, or the property's in capitals. */
  String variable() {
    if (preset.matches("\\$\\{[A-Z_]+:.*}")) {
      return preset.substring(2, preset.indexOf(':'));
    }
    return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  /** What counts when nobody says anything else. */
  String shownPreset() {
    if (preset.startsWith("${vanguard.")) {
      return "that of `" + preset.substring(2, preset.length() - 1) + "`";
    }
    return preset.isEmpty() || preset.startsWith("${") ? "" : "`" + preset + "`";
  }

  /** Its form and unit; where no record says, its preset does. */
  String writtenAs() {
    if (!type.isEmpty()) {
      return type;
    }
    if (preset.matches("\\d+")) {
      return RecordSettings.WHOLE;
    }
    if (preset.matches("\\d+[KMG]B")) {
      return "size: `512KB`, `8MB`";
    }
    return preset.matches("\\d+(ms|s|m|h|d)") ? RecordSettings.TIME : "text";
  }

  /** Server, worker or both. */
  String process() {
    return switch (name.split("\\.")[1]) {
      case "worker" -> "worker";
      case "server",
          "access",
          "sso",
          "first-administrator",
          "demo",
          "ingest",
          "retention",
          "audit" ->
          "server";
      case "conflicts", "gemini" -> "server";
      default -> "both";
    };
  }
}
