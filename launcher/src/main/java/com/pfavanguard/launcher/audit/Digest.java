package com.pfavanguard.launcher.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 as the audit's chain uses it (docs/adr/0009).
 *
 * @param hex in lower case
 */
record Digest(String hex) {
  private static final int HEX_LENGTH = 64;

  static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(bytes));
  }

  /** Those that stand one after another. */
  static List<Digest> listOf(byte[] bytes) {
    String hex = HexFormat.of().formatHex(bytes);
    List<Digest> digests = new ArrayList<>();
    for (int from = 0; from < hex.length(); from += HEX_LENGTH) {
      digests.add(new Digest(hex.substring(from, from + HEX_LENGTH)));
    }
    return digests;
  }

  /** Of an entry: each column with its length in bytes before it, '-' where empty. */
  static Digest ofEntry(List<@Nullable String> columns) {
    String canonical = columns.stream().map(Digest::measured).collect(Collectors.joining());
    return sha256(canonical.getBytes(StandardCharsets.UTF_8));
  }

  private static String measured(@Nullable String text) {
    return text == null ? "-" : text.getBytes(StandardCharsets.UTF_8).length + ":" + text;
  }

  /**
   * Of a link.
   *
   * @param before the digest of the link before; null for the first
   */
  static Digest ofSeal(@Nullable Digest before, Seal seal) {
    String ids = seal.entryIds().stream().map(String::valueOf).collect(Collectors.joining(","));
    String header = seal.organization() + " " + seal.number() + " " + ids;
    return sha256(
        HexFormat.of().parseHex(before == null ? "" : before.hex),
        header.getBytes(StandardCharsets.UTF_8),
        HexFormat.of()
            .parseHex(seal.entryDigests().stream().map(Digest::hex).collect(Collectors.joining())));
  }

  private static Digest sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return of(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
