package com.pfavanguard.pems.grid;

import java.io.IOException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Steps through JSON as it arrives, keeping nothing. */
final class JsonWalk {
  private JsonWalk() {}

  /** Takes the value that the parser stands on; must consume it whole. */
  @FunctionalInterface
  interface Member {
    void take(String name) throws IOException;
  }

  /** Takes one element that the parser stands at the start of. */
  @FunctionalInterface
  interface Element {
    void take() throws IOException;
  }

  /** Visits the members of the object that the parser stands on; anything else is skipped. */
  static void members(JsonParser parser, Member member) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      member.take(name);
    }
  }

  /** Visits the elements of an array, or the one object that stands in its place. */
  static void elements(JsonParser parser, Element element) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      element.take();
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        element.take();
      }
    }
  }
}
