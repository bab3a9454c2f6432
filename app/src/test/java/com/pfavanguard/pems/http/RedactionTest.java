package com.pfavanguard.pems.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.pems.PemsConnection.Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an answer may be kept for people to read. */
class RedactionTest {
  private static final String PASSWORD = "hunter2-hunter2";
  private static final Redaction REDACTION =
      new Redaction(new Credentials("vanguard", PASSWORD, "key-4711"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"SessionID\": \"abc123\"}",
        "{\"sessionid\":\"abc123\",\"x\":1}",
        "Authorization: Basic abc123",
        "authorization=Bearer abc123&x=1",
        "<b>password = abc123</b>",
        "X-API-Key: abc123",
        "Set-Cookie: abc123; Path=/"
      })
  void whatIsNamedLikeASecretIsTakenOut(String answer) {
    assertThat(REDACTION.clean(answer)).doesNotContain("abc123").contains("[removed]");
  }

  @Test
  void ourOwnSecretsAreTakenOutWhereverTheyStand() {
    String basic =
        Base64.getEncoder()
            .encodeToString(("vanguard:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    assertThat(REDACTION.clean("echo of " + PASSWORD + ", key-4711 and " + basic + "."))
        .isEqualTo("echo of [removed], [removed] and [removed].");
  }

  @Test
  void noFormOfAPasswordIsKept() {
    String odd = "p ss/w+rd&?";
    Redaction redaction = new Redaction(new Credentials("vanguard", odd, null));
    String base64 = Base64.getEncoder().encodeToString(odd.getBytes(StandardCharsets.UTF_8));

    String clean = redaction.clean("p%20ss%2Fw%2Brd%26%3F p+ss%2Fw%2Brd%26%3F " + base64);

    assertThat(clean).isEqualTo("[removed] [removed] [removed]");
  }

  @Test
  void theRestStaysWordForWordUpToItsLimit() {
    String said = "{\"ErrorAlert\":[{\"Message\":\"Rate 4711.99 is not a valid rate\"}]}";
    assertThat(REDACTION.clean(said)).isEqualTo(said);
    assertThat(REDACTION.clean("x".repeat(10_000))).hasSize(Redaction.LONGEST + 1);
  }

  @Test
  void noHalfOfASecretIsLeftAtTheEndOfALongAnswer() throws IOException {
    for (int before = Redaction.LONGEST - 20; before <= Redaction.LONGEST; before++) {
      byte[] body =
          ("x".repeat(before) + PASSWORD + "y".repeat(9_000)).getBytes(StandardCharsets.UTF_8);
      try (Excerpt excerpt = new Excerpt(new ByteArrayInputStream(body))) {
        assertThat(excerpt.readAllBytes()).isEqualTo(body);
        assertThat(REDACTION.clean(excerpt.text())).doesNotContain("hunt");
      }
    }
  }
}
