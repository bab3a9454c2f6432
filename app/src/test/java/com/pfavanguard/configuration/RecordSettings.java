package com.pfavanguard.configuration;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The components of every record of properties, with what its source says of them. */
final class RecordSettings {
  static final String WHOLE = "whole number";
  static final String TIME = "time: `250ms`, `30s`, `5m`, `24h`, `90d`";

  private final List<Setting> settings = new ArrayList<>();

  static List<Setting> all(Path sources) throws Exception {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    RecordSettings all = new RecordSettings();
    for (var found : scan.findCandidateComponents("com.pfavanguard")) {
      Class<?> type = Class.forName(found.getBeanClassName());
      String file = type.getName().replace('.', '/') + ".java";
      String source = Files.readString(sources.resolve(file));
      all.add(type, type.getAnnotation(ConfigurationProperties.class).value(), source);
    }
    return all.settings;
  }

  private void add(Class<?> type, String prefix, String source) {
    RecordComponent[] components = type.getRecordComponents();
    Parameter[] parameters = type.getDeclaredConstructors()[0].getParameters();
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      String key = prefix + "." + dashed(name);
      if (components[i].getType().isRecord()) {
        add(components[i].getType(), key, source);
      } else {
        DefaultValue preset = parameters[i].getAnnotation(DefaultValue.class);
        String value = preset == null ? "" : String.join(",", preset.value());
        settings.add(new Setting(key, value, written(components[i]), meaning(source, name)));
      }
    }
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String meaning(String source, String component) {
    Matcher found =
        Pattern.compile("@param " + component + " ((?:.|\\n)*?)(?=\\n \\* @|\\n */?\\*/|\\n *\\*/)")
            .matcher(source);
    return found.find() ? found.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip() : "";
  }

  private static String written(RecordComponent component) {
    String type = component.getGenericType().getTypeName();
    return switch (type.substring(type.lastIndexOf('.') + 1).replace(">", "")) {
      case "Duration" -> type.contains("List") ? "times, `500ms,2s`" : TIME;
      case "int" -> WHOLE;
      case "double" -> "number";
      case "boolean" -> "`true` or `false`";
      case "BigDecimal" -> "amount";
      case "LocalTime" -> "time of day";
      case "ZoneId" -> "time zone";
      case "Path" -> "file or folder";
      case "UnknownPeople" -> "`refuse` or `create`";
      default -> type.contains("List") ? "texts, by commas" : type.contains("Map") ? "map" : "text";
    };
  }
}
