package com.pfavanguard.pems.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.kernel.secret.LiveSecrets;
import com.pfavanguard.secrets.SecretValue;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialVaultTest {
  private static final String CANARY = "canary of the tenant";

  private final String old = key();
  private String text = old;
  private final LiveSecrets secrets =
      new LiveSecrets(name -> Optional.of(new SecretValue(text, null, "test")));
  private final CredentialVault vault = new CredentialVault(secrets);

  private static String key() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  @Test
  void opensWhatItSealedAndNeverSealsTheSameTwice() {
    String hex = vault.seal("gulf", CANARY).hex();
    assertThat(vault.open("gulf", hex)).contains(CANARY);
    assertThat(vault.seal("gulf", CANARY).hex()).isNotEqualTo(hex);
  }

  @Test
  void aSecretCannotBeMovedToAnotherConnection() {
    assertThat(vault.open("north", vault.seal("gulf", CANARY).hex())).isEmpty();
  }

  @Test
  void aChangedByteIsNoticed() {
    String hex = vault.seal("gulf", CANARY).hex();
    char last = hex.charAt(hex.length() - 1);
    assertThat(vault.open("gulf", hex.substring(0, hex.length() - 1) + (last == '0' ? '1' : '0')))
        .isEmpty();
  }

  @Test
  void anOldKeyOpensUntilItIsTakenAwayAndTheNewOneSeals() {
    CredentialVault.Sealed before = vault.seal("gulf", CANARY);
    text = key() + "\n" + old;
    secrets.readAllAgain();
    assertThat(vault.open("gulf", before.hex())).contains(CANARY);
    CredentialVault.Sealed after = vault.seal("gulf", CANARY);
    assertThat(after.keyId()).isNotEqualTo(before.keyId()).isEqualTo(vault.primary());
    text = text.lines().findFirst().orElseThrow();
    secrets.readAllAgain();
    assertThat(vault.open("gulf", before.hex())).isEmpty();
    assertThat(vault.open("gulf", after.hex())).contains(CANARY);
  }

  @Test
  void aMalformedKeyIsRefusedWithoutBeingRepeated() {
    for (String bad : new String[] {"canary", old + "\ncanary!", old.substring(4)}) {
      assertThatThrownBy(() -> CredentialKeys.parse(bad))
          .hasMessageContaining("openssl rand -base64 32")
          .hasMessageNotContaining("canary")
          .hasNoCause();
    }
  }
}
