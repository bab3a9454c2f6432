package com.pfavanguard.pems.stored;

import com.pfavanguard.kernel.secret.LiveSecrets;
import com.pfavanguard.secrets.SecretName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Encrypts and decrypts the secrets of connections. Safe for many threads. */
@Component
class CredentialVault {
  private final LiveSecrets secrets;
  private volatile @Nullable Ring ring;

  CredentialVault(LiveSecrets secrets) {
    this.secrets = secrets;
  }

  private record Ring(String text, CredentialKeys keys) {
    @Override
    public String toString() {
      return "Ring[]";
    }
  }

  /**
   * @param hex for the database
   * @param keyId the number of the key it is encrypted under
   */
  record Sealed(String hex, int keyId) {}

  /** Whether there is a key to encrypt under. */
  boolean usable() {
    return secrets.find(SecretName.CREDENTIAL_KEY).isPresent();
  }

  /** The number of the key that new secrets are encrypted under. */
  int primary() {
    return keys().primary();
  }

  Sealed seal(String connectionId, String secret) {
    CredentialKeys keys = keys();
    try {
      byte[] bytes =
          keys.envelope().encrypt(secret.getBytes(StandardCharsets.UTF_8), boundTo(connectionId));
      return new Sealed(HexFormat.of().formatHex(bytes), keys.primary());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The secret of " + connectionId + " cannot be encrypted", e);
    }
  }

  /** Empty when no key opens it: another's row, changed bytes, or a key that was thrown away. */
  Optional<String> open(String connectionId, String ciphertext) {
    if (!usable()) {
      return Optional.empty();
    }
    String tried = secrets.text(SecretName.CREDENTIAL_KEY);
    Optional<String> opened = open(keys(), connectionId, ciphertext);
    // Another process may know a newer key already.
    return opened.isEmpty() && secrets.renewed(SecretName.CREDENTIAL_KEY, tried)
        ? open(keys(), connectionId, ciphertext)
        : opened;
  }

  private static Optional<String> open(
      CredentialKeys keys, String connectionId, String ciphertext) {
    try {
      byte[] bytes =
          keys.envelope().decrypt(HexFormat.of().parseHex(ciphertext), boundTo(connectionId));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static byte[] boundTo(String connectionId) {
    return ("pems_connection/" + connectionId).getBytes(StandardCharsets.UTF_8);
  }

  private CredentialKeys keys() {
    String text = secrets.text(SecretName.CREDENTIAL_KEY);
    Ring known = ring;
    if (known == null || !known.text().equals(text)) {
      known = new Ring(text, CredentialKeys.parse(text));
      ring = known;
    }
    return known.keys();
  }
}
