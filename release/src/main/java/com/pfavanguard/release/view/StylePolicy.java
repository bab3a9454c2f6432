package com.pfavanguard.release.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A content security policy that lets a page use its own style, and nothing else at all. */
public final class StylePolicy {
  private StylePolicy() {}

  public static String of(String style) {
    return "default-src 'none'; style-src '%s'; base-uri 'none'; form-action 'none'"
        .formatted(source(style));
  }

  /** A source expression for exactly this text. */
  static String source(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
