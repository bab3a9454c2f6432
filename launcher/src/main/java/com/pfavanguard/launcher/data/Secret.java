package com.pfavanguard.launcher.data;

import java.security.SecureRandom;
import java.util.Base64;

/** The passwords of one data directory, each with its key in the secrets file. */
public enum Secret {
  DATABASE_SUPERUSER("postgres"),
  DATABASE_OWNER("vanguard_owner"),
  DATABASE_APP("vanguard_app"),
  DATABASE_WORKER("vanguard_worker"),
  DATABASE_OPERATOR("vanguard_operator"),
  PEMS("pems"),
  /** Under which the credentials of stored PEMS connections are encrypted. */
  CREDENTIAL_KEY("credential-key") {
    @Override
    String made(SecureRandom random) {
      byte[] key = new byte[32];
      random.nextBytes(key);
      return Base64.getEncoder().encodeToString(key);
    }
  },
  PLANNER("planner"),
  PLANNER_RIO("planner-rio"),
  VIEWER("viewer"),
  ADMIN("admin");

  // Letters and digits only, without look-alikes: they go into addresses and are typed by hand.
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 20;

  private final String key;

  Secret(String key) {
    this.key = key;
  }

  /** A new value. */
  String made(SecureRandom random) {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  String key() {
    return key;
  }
}
