package com.pfavanguard.release.adapter;

import com.pfavanguard.release.definition.Definition.Action;
import java.util.Map;

/** What an action says in {@code with}. */
public record Settings(Action action) {

  /** The word after the dot. */
  public String verb() {
    return action.use().substring(action.use().indexOf('.') + 1);
  }

  public String get(String name, String otherwise) {
    Map<String, Object> with = action.with();
    Object value = with == null ? null : with.get(name);
    return value == null ? otherwise : value.toString();
  }

  /**
   * @throws IllegalArgumentException when the definition does not say it
   */
  public String demand(String name) {
    String value = get(name, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("%s needs '%s'".formatted(action.use(), name));
    }
    return value;
  }
}
