package com.pfavanguard.credential.web;

import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.pems.ConnectionDraft;
import com.pfavanguard.pems.ConnectionDraft.CredentialKind;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection as an administrator sends it.
 *
 * @param baseUrl for example {@code https://host/axis/restservices}
 * @param password kept when neither it nor apiKey is given and nothing else of the account changes
 * @param apiKey instead of user and password
 * @param credentialEndsAt ISO 8601, when the password or key ends
 */
record ConnectionRequest(
    @Nullable String baseUrl,
    @Nullable String tenant,
    @Nullable String username,
    @Nullable String password,
    @Nullable String apiKey,
    @Nullable String credentialKind,
    @Nullable String credentialEndsAt,
    @Nullable Integer requestsPerSecond,
    @Nullable Integer burst,
    @Nullable Integer sessions) {
  private static final int LONGEST = 500;

  ConnectionDraft draft(String id) {
    if (!id.matches("[a-z0-9][a-z0-9-]{0,39}") || id.equals("default")) {
      throw bad("The id must be of a-z, 0-9 and -, at most 40 long, and not default.");
    }
    if (password != null && apiKey != null) {
      throw bad("Give password or apiKey, not both.");
    }
    return new ConnectionDraft(
        id,
        needed("baseUrl", baseUrl),
        needed("tenant", tenant),
        kind() == CredentialKind.password ? needed("username", username) : text(username),
        kind(),
        secret(),
        ends(),
        new ConnectionDraft.Budget(
            number("requestsPerSecond", requestsPerSecond, 10, 10_000),
            number("burst", burst, 10, 10_000),
            number("sessions", sessions, 20, 1_000)));
  }

  private CredentialKind kind() {
    return apiKey != null || "api_key".equals(credentialKind)
        ? CredentialKind.api_key
        : CredentialKind.password;
  }

  private @Nullable String secret() {
    String secret = password == null ? apiKey : password;
    if (secret != null && (secret.isBlank() || secret.length() > LONGEST || !printable(secret))) {
      throw bad("The password or key must be 1 to 500 printable characters.");
    }
    return secret;
  }

  private static boolean printable(String text) {
    return text.codePoints().noneMatch(Character::isISOControl);
  }

  private @Nullable Instant ends() {
    try {
      return credentialEndsAt == null ? null : Instant.parse(credentialEndsAt);
    } catch (DateTimeException e) {
      throw bad("credentialEndsAt must look like 2027-03-31T00:00:00Z.");
    }
  }

  private static String needed(String name, @Nullable String value) {
    if (value == null || value.isBlank() || !fits(name, value)) {
      throw bad("Give " + name + ", printable and not too long.");
    }
    return value.strip();
  }

  private static boolean fits(String name, String value) {
    int longest =
        switch (name) {
          case "tenant" -> 100;
          case "username" -> 200;
          default -> LONGEST;
        };
    return value.length() <= longest && printable(value);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : needed("username", value);
  }

  private static int number(String name, @Nullable Integer value, int usual, int most) {
    int number = value == null ? usual : value;
    if (number < 1 || number > most) {
      throw bad(name + " must be from 1 to " + most + ".");
    }
    return number;
  }

  private static ApiException bad(String detail) {
    return ApiException.badRequest("bad_parameter", detail);
  }

  @Override
  public String toString() {
    return "ConnectionRequest[" + baseUrl + "]";
  }
}
