package com.pfavanguard.pems.screen;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Cuts JSON text without rewriting it, so that what we do not change keeps its bytes. */
final class PairSlices {
  private static final JsonFactory FACTORY = new JsonFactory();
  static final String PAIRS = "USERDEFINEDSCREENFIELDVALUEPAIR";
  static final String NAME = "USERDEFINEDSCREENFIELDNAME";
  static final String VALUE = "USERDEFINEDSCREENFIELDVALUE";

  private PairSlices() {}

  /** One pair as it was sent. */
  record Slice(String name, String json) {}

  /** The text of the first list of pairs in an answer; an empty list where there is none. */
  static String findPairs(String answer) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), answer)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.PROPERTY_NAME
            && PAIRS.equals(parser.currentName())) {
          parser.nextToken();
          return slice(parser, answer);
        }
      }
    }
    return "[]";
  }

  /** The pairs of an array, or of the one object that a tenant collapses a single pair to. */
  static List<Slice> split(String pairs) {
    List<Slice> slices = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), pairs)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          slices.add(pair(parser, pairs));
        }
      }
    }
    return slices;
  }

  private static Slice pair(JsonParser parser, String text) {
    int start = offset(parser);
    String name = "";
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean isName = NAME.equals(parser.currentName());
      parser.nextToken();
      if (isName) {
        name = String.valueOf(parser.getString());
      }
      parser.skipChildren();
    }
    return new Slice(name, text.substring(start, offset(parser) + 1));
  }

  private static String slice(JsonParser parser, String text) {
    int start = offset(parser);
    parser.skipChildren();
    boolean structured =
        parser.currentToken() == JsonToken.END_ARRAY
            || parser.currentToken() == JsonToken.END_OBJECT;
    return structured ? text.substring(start, offset(parser) + 1) : "[]";
  }

  private static int offset(JsonParser parser) {
    return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
  }
}
