package com.pfavanguard.pems.stored;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/**
 * The keys under which the rows' own keys are encrypted.
 *
 * @param primary the number of the one that is used for new rows
 * @param envelope encrypts under the primary, decrypts under any
 */
record CredentialKeys(int primary, Aead envelope) {
  private static final int KEY_BYTES = 32;

  static {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * @param text keys of 32 bytes in base64, one a line, the newest first
   * @throws IllegalArgumentException when it is anything else; the message does not repeat it
   */
  static CredentialKeys parse(String text) {
    List<byte[]> keys =
        text.lines().map(String::strip).filter(l -> !l.isEmpty()).map(CredentialKeys::key).toList();
    if (keys.isEmpty()) {
      throw malformed();
    }
    try {
      KeysetHandle.Builder ring = KeysetHandle.newBuilder();
      for (int i = 0; i < keys.size(); i++) {
        KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(imported(keys.get(i)));
        ring.addEntry(i == 0 ? entry.makePrimary() : entry);
      }
      Aead keyEncryption = ring.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
      return new CredentialKeys(
          number(keys.getFirst()),
          KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, keyEncryption));
    } catch (GeneralSecurityException e) {
      throw malformed();
    }
  }

  private static byte[] key(String line) {
    try {
      byte[] key = Base64.getDecoder().decode(line);
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // Falls through: the cause would repeat a part of the key.
    }
    throw malformed();
  }

  @AccessesPartialKey
  private static AesGcmKey imported(byte[] key) throws GeneralSecurityException {
    return AesGcmKey.builder()
        .setParameters(
            AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build())
        .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
        .setIdRequirement(number(key))
        .build();
  }

  /** A number that says which key it is and nothing of what it is. */
  private static int number(byte[] key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      return ByteBuffer.wrap(digest).getInt() & Integer.MAX_VALUE;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "The secret credential-key must hold keys of 32 bytes in base64, one a line, the newest"
            + " first; make one with: openssl rand -base64 32");
  }
}
