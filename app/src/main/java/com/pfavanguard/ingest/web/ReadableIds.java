package com.pfavanguard.ingest.web;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a caller may ask for by id alone. */
final class ReadableIds {
  private ReadableIds() {}

  /** The organizations that the caller may read. */
  static List<String> organizations(Caller caller) {
    return caller.permissions().entrySet().stream()
        .filter(organization -> organization.getValue().contains(Permission.Read))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Ids are opaque to clients: a text that cannot be one is one that does not exist. */
  static Optional<UUID> parse(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
