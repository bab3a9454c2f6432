package com.pfavanguard.operations.storage;

import java.util.Map;

/**
 * How storage that is read by browsers hands a file out.
 *
 * @param contentType a media type
 * @param cacheControl the header of that name
 */
public record ServedAs(String contentType, String cacheControl) {
  /** For files that only programs of ours read. */
  public static final ServedAs BINARY = new ServedAs("application/octet-stream", "no-store");

  public static final ServedAs DOCUMENT = new ServedAs("application/json", "no-store");

  private static final String UNKNOWN = "application/octet-stream";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html;charset=utf-8"),
          Map.entry("js", "text/javascript;charset=utf-8"),
          Map.entry("mjs", "text/javascript;charset=utf-8"),
          Map.entry("css", "text/css;charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/vnd.microsoft.icon"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("txt", "text/plain;charset=utf-8"));

  /** The media type by the ending of the name. */
  public static String typeOf(String key) {
    return TYPES.getOrDefault(key.substring(key.lastIndexOf('.') + 1), UNKNOWN);
  }
}
