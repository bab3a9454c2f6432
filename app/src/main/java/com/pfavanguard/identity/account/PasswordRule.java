package com.pfavanguard.identity.account;

import com.pfavanguard.kernel.ApiException;
import java.util.Locale;

/**
 * Which new passwords are taken: length counts, not decoration (NIST SP 800-63B). Existing ones are
 * never judged again.
 */
final class PasswordRule {
  private static final int SHORTEST = 12;
  // Beyond it a "password" only costs hashing time.
  private static final int LONGEST = 200;
  private static final int FEWEST_DIFFERENT = 5;

  private PasswordRule() {}

  /**
   * @throws ApiException 422 {@code weak_password}, saying what is wrong
   */
  static void check(String password, String username) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw weak("A password has " + SHORTEST + " to " + LONGEST + " characters.");
    }
    if (password.chars().distinct().count() < FEWEST_DIFFERENT) {
      throw weak("A password has at least " + FEWEST_DIFFERENT + " different characters.");
    }
    if (password.toLowerCase(Locale.ROOT).contains(username)) {
      throw weak("A password must not contain the username.");
    }
  }

  private static ApiException weak(String detail) {
    return ApiException.refused(422, "weak_password", detail);
  }
}
