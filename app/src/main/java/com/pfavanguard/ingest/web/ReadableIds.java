package com.pfavanguard.ingest.web;

import java.util.Optional;
import java.util.UUID;

/** The form of ids that stand alone. */
final class ReadableIds {
  private ReadableIds() {}

  /** Ids are opaque to clients: a text that cannot be one is one that does not exist. */
  static Optional<UUID> parse(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
