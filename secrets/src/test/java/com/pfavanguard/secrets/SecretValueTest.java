package com.pfavanguard.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.secrets.check.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretValueTest {
  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

  private @TempDir Path folder;

  @Test
  void isReadHoweverItIsWritten() {
    assertThat(SecretValue.parse("plain text\n", "file").text()).isEqualTo("plain text");
    assertThat(SecretValue.parse("{broken", "file").text()).isEqualTo("{broken");
    SecretValue ending =
        SecretValue.parse("{\"value\":\"x\",\"expiresAt\":\"2027-01-01T00:00:00Z\"}", "file");
    assertThat(ending.text()).isEqualTo("x");
    assertThat(ending.expiresAt()).isEqualTo("2027-01-01T00:00:00Z");
  }

  @Test
  void whatAmazonRotatesBecomesAnAddressWhateverThePasswordHolds() {
    SecretValue rds =
        SecretValue.parse(
            """
            {"engine":"postgres","host":"db.internal","port":5433,"username":"app","password":"a/b@c:d %+",
             "dbname":"vanguard"}
            """,
            "aws");
    DatabaseAddress address = DatabaseAddress.parse(rds.text());
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.internal:5433/vanguard");
    assertThat(address.password()).isEqualTo("a/b@c:d %+");
  }

  @Test
  void isNotInItsOwnDescription() {
    assertThat(new SecretValue("canary", null, "file").toString()).doesNotContain("canary");
  }

  @Test
  void theFirstPlaceThatHoldsItWins() throws Exception {
    Files.writeString(folder.resolve("redis"), "from the file");
    SecretChain chain =
        new SecretChain(
            List.of(new MountedSecrets(folder), new EnvironmentSecrets(name -> "from outside")));
    assertThat(chain.read(SecretName.REDIS).orElseThrow().text()).isEqualTo("from the file");
    assertThat(chain.read(SecretName.GEMINI).orElseThrow().text()).isEqualTo("from outside");
    Files.delete(folder.resolve("redis"));
    assertThat(chain.read(SecretName.REDIS).orElseThrow().source()).isEqualTo("environment");
  }

  @Test
  void aPlaceThatCannotTellIsNoReasonToTakeAnOldValueFromTheNext() {
    SecretSource away =
        name -> {
          throw new SecretUnavailable("away", false);
        };
    SecretChain chain =
        new SecretChain(List.of(away, name -> Optional.of(new SecretValue("old", null, "x"))));
    assertThatThrownBy(() -> chain.read(SecretName.REDIS)).isInstanceOf(SecretUnavailable.class);
  }

  @Test
  void aNameLeadsNowhereElse() {
    assertThatThrownBy(() -> new SecretName("../passwd")).hasMessageContaining("Not the name");
  }

  @Test
  void anEndIsSaidBeforeItComesAndCountsWhenItHasCome() {
    Verdict good = Verdict.valid();
    assertThat(good.until(NOW.plus(Duration.ofDays(300)), NOW).status())
        .isEqualTo(Verdict.Status.valid);
    assertThat(good.until(NOW.plus(Duration.ofDays(3)), NOW).status())
        .isEqualTo(Verdict.Status.expires);
    assertThat(good.until(NOW, NOW).status()).isEqualTo(Verdict.Status.invalid);
    assertThat(good.until(NOW.plusSeconds(9), NOW).until(NOW.plus(Duration.ofDays(99)), NOW))
        .isEqualTo(good.until(NOW.plusSeconds(9), NOW));
  }
}
