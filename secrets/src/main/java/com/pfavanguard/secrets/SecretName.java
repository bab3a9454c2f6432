package com.pfavanguard.secrets;

import java.util.regex.Pattern;

/**
 * What a secret is called: the name of its file, and what follows the prefix in AWS Secrets
 * Manager.
 */
public record SecretName(String text) {
  // Before the names, which are checked by it.
  private static final Pattern SAFE = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

  public static final SecretName DATABASE_APP = new SecretName("database-app");
  public static final SecretName DATABASE_WORKER = new SecretName("database-worker");

  /** The owner's address, with which a server migrates. */
  public static final SecretName DATABASE_MIGRATION = new SecretName("database-migration");

  /** What psql and the backup use. */
  public static final SecretName DATABASE_OPERATOR = new SecretName("database-operator");

  public static final SecretName REDIS = new SecretName("redis");
  public static final SecretName GEMINI = new SecretName("gemini-api-key");

  /** Under which the PEMS passwords in the database are encrypted. */
  public static final SecretName CREDENTIAL_KEY = new SecretName("credential-key");

  public SecretName {
    if (!SAFE.matcher(text).matches()) {
      throw new IllegalArgumentException("Not the name of a secret: " + text);
    }
  }

  /** The password of a configured PEMS connection. */
  public static SecretName pemsPassword(String connection) {
    return new SecretName("pems-" + part(connection) + "password");
  }

  /** The key that a configured PEMS connection takes instead of user and password. */
  public static SecretName pemsApiKey(String connection) {
    return new SecretName("pems-" + part(connection) + "api-key");
  }

  private static String part(String connection) {
    return connection.equals("default") ? "" : connection + "-";
  }

  @Override
  public String toString() {
    return text;
  }
}
