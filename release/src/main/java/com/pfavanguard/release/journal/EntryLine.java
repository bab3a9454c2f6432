package com.pfavanguard.release.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry as a line of JSON. Canonical: keys in order, no spaces, so that digests can be redone.
 */
final class EntryLine {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private EntryLine() {}

  static String canonical(JsonNode node) {
    return MAPPER.writeValueAsString(MAPPER.treeToValue(node, Object.class));
  }

  static JsonNode parse(String text) {
    return MAPPER.readTree(text);
  }

  static ObjectNode content(
      long number, Instant at, String kind, ObjectNode body, Digest previous) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("number", number).put("at", at.toString()).put("kind", kind);
    content.set("body", body);
    return content.put("previous", previous.hex());
  }

  static String write(Entry entry) {
    return canonical(
        content(entry.number(), entry.at(), entry.kind(), entry.body(), entry.previous())
            .put("digest", entry.digest().hex())
            .put("signature", entry.signature()));
  }

  /** Empty when the line is no entry, or not written the one way we write them. */
  static Optional<Entry> read(String line) {
    try {
      return Optional.of(entry(MAPPER.readTree(line))).filter(entry -> write(entry).equals(line));
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Entry entry(JsonNode line) {
    if (!(line.path("body") instanceof ObjectNode body)) {
      throw new IllegalArgumentException("no body");
    }
    return new Entry(
        line.path("number").asLong(0),
        Instant.parse(line.path("at").asString("")),
        line.path("kind").asString(""),
        body,
        new Digest(line.path("previous").asString("")),
        new Digest(line.path("digest").asString("")),
        line.path("signature").asString(""));
  }
}
