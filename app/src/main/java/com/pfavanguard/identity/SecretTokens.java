package com.pfavanguard.identity;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes tokens that nobody guesses: 256 random bits, fit for headers, cookies and addresses. */
public final class SecretTokens {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretTokens() {}

  /**
   * @param prefix tells people and secret scanners what a found token is
   */
  public static String next(String prefix) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
