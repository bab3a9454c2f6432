package com.pfavanguard.release.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** Signs digests with Ed25519. */
public final class Signer {
  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey key;

  public Signer(PrivateKey key) {
    this.key = key;
  }

  /** A fresh pair, for enrolment and for the throwaway personas of a rehearsal. */
  public static KeyPair newKeys() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
    }
  }

  public String sign(Digest digest) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(bytes(digest));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }

  public static boolean signed(Digest digest, String signature, PublicKey key) {
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(bytes(digest));
      return verifier.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // not Base64, or no signature at all: not signed
    }
  }

  private static byte[] bytes(Digest digest) {
    return digest.hex().getBytes(StandardCharsets.US_ASCII);
  }
}
