package com.pfavanguard.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the database knows of a session: the SHA-256 of its token. The token has 256 random bits, so
 * a fast hash is enough and the key leads nobody back to it.
 */
public record SessionKey(String hex) {

  /** The key of a token as the client sent it. */
  public static SessionKey ofToken(String token) {
    return new SessionKey(sha256(token));
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** The hash as the database holds it. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
