package com.pfavanguard.release.adapter.promql;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Labels of a series, its name among them as {@code __name__}. */
public record Labels(SortedMap<String, String> values) {
  public static final String NAME = "__name__";
  static final Labels NONE = new Labels(new TreeMap<>());

  public static Labels of(String name, Map<String, String> labels) {
    SortedMap<String, String> all = new TreeMap<>(labels);
    all.put(NAME, name);
    return new Labels(all);
  }

  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  Labels with(String name, String value) {
    SortedMap<String, String> all = new TreeMap<>(values);
    all.put(name, value);
    return new Labels(all);
  }

  Labels without(Collection<String> names) {
    SortedMap<String, String> rest = new TreeMap<>(values);
    rest.keySet().removeAll(names);
    return new Labels(rest);
  }

  Labels only(Collection<String> names) {
    SortedMap<String, String> rest = new TreeMap<>(values);
    rest.keySet().retainAll(names);
    return new Labels(rest);
  }

  Labels nameless() {
    return without(java.util.List.of(NAME));
  }
}
