package com.pfavanguard.release.definition;

import com.networknt.schema.utils.JsonNodes;
import java.util.Comparator;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** Finds the line of a field in the file it was read from. */
public final class Fields {
  static final Comparator<Problem> ORDER =
      Comparator.comparingInt(Problem::line).thenComparing(Problem::field);

  private final String file;
  private final JsonNode tree;

  Fields(String file, JsonNode tree) {
    this.file = file;
    this.tree = tree;
  }

  /**
   * @param pointer such as {@code /phases/2/steps/0/budget}; the nearest field above it that is in
   *     the file gives the line
   */
  public Problem problem(String pointer, String message) {
    JsonPointer at = JsonPointer.compile(pointer);
    while (at.length() > 0 && tree.at(at).isMissingNode()) {
      at = at.head();
    }
    TokenStreamLocation location = JsonNodes.tokenStreamLocationOf(tree.at(at));
    int line = location == null ? 0 : location.getLineNr();
    return new Problem(file, line, written(pointer), message);
  }

  Problem nowhere(String message) {
    return new Problem(file, 0, "(file)", message);
  }

  /** {@code /phases/2/steps} as {@code phases[2].steps}. */
  static String written(String pointer) {
    if (pointer.isEmpty()) {
      return "(file)";
    }
    return pointer.replaceAll("/(\\d+)", "[$1]").replace("/", ".").replaceFirst("^\\.", "");
  }
}
