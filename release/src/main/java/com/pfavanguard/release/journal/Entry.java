package com.pfavanguard.release.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that a release intended, did, saw or was told.
 *
 * @param number 1, 2, 3 … without gaps
 * @param previous the digest of the entry before
 * @param digest over everything before it in this record
 * @param signature Ed25519 over the digest, in Base64
 */
public record Entry(
    long number,
    Instant at,
    String kind,
    ObjectNode body,
    Digest previous,
    Digest digest,
    String signature) {

  static Entry signed(
      long number, Instant at, String kind, ObjectNode body, Digest previous, Signer signer) {
    Digest digest = digest(number, at, kind, body, previous);
    return new Entry(number, at, kind, body, previous, digest, signer.sign(digest));
  }

  /** Whether the digest is that of this content. */
  boolean isWhole() {
    return digest.equals(digest(number, at, kind, body, previous));
  }

  private static Digest digest(
      long number, Instant at, String kind, ObjectNode body, Digest previous) {
    ObjectNode content = EntryLine.content(number, at, kind, body, previous);
    return Digest.of(EntryLine.canonical(content).getBytes(StandardCharsets.UTF_8));
  }
}
