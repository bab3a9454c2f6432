package com.pfavanguard.release.story;

import com.pfavanguard.release.journal.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What actors told of their acts, in one tree; later facts replace earlier ones of one path. */
public final class Facts {
  private final ObjectNode tree = Json.object();

  void add(JsonNode facts) {
    if (facts instanceof ObjectNode object) {
      merge(tree, object);
    }
  }

  /** What stands at {@code a/b/c}; missing where nothing does. */
  public JsonNode at(String path) {
    return tree.at("/" + path);
  }

  private static void merge(ObjectNode into, ObjectNode from) {
    from.properties()
        .forEach(
            field -> {
              JsonNode old = into.get(field.getKey());
              if (old instanceof ObjectNode branch
                  && field.getValue() instanceof ObjectNode grown) {
                merge(branch, grown);
              } else {
                into.set(field.getKey(), field.getValue().deepCopy());
              }
            });
  }
}
