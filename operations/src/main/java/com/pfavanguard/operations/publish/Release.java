package com.pfavanguard.operations.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One published front end, as JSON beside it. What is not named by its content is kept once more
 * under {@code releases/ID/}, for the way back.
 *
 * @param id sorts by time
 * @param version of the product
 * @param bundleBytes all files together, uncompressed
 */
public record Release(
    int format,
    String id,
    Instant publishedAt,
    String version,
    String commit,
    long bundleBytes,
    Map<String, PublishedFile> files) {
  static final int FORMAT = 1;

  String manifestKey() {
    return Releases.FOLDER + id + ".json";
  }

  String keptKey(String key) {
    return Releases.FOLDER + id + "/" + key;
  }

  List<String> hashed() {
    return files.keySet().stream().filter(Bundle::hashed).toList();
  }

  /** {@code index.html} comes last: with it, the release is what people get. */
  List<String> unhashed() {
    return java.util.stream.Stream.concat(
            files.keySet().stream().filter(k -> !Bundle.hashed(k) && !k.equals(Bundle.INDEX)),
            java.util.stream.Stream.of(Bundle.INDEX))
        .toList();
  }
}
