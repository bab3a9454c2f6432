package com.pfavanguard.pems.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.pems.PemsFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ClassifierTest {
  private static final String NOTHING = "{}";

  static Stream<Arguments> answers() {
    String stale =
        alert(
            "This record has been modified by another user. Reload the record to view and/or edit"
                + " the updated record.");
    return Stream.of(
        Arguments.of(401, NOTHING, PemsFailure.AuthExpired.class, PemsFailure.AuthExpired.class),
        Arguments.of(
            400,
            alert("Authorization failed"),
            PemsFailure.AuthExpired.class,
            PemsFailure.AuthExpired.class),
        Arguments.of(403, NOTHING, PemsFailure.Rejected.class, PemsFailure.Rejected.class),
        Arguments.of(429, NOTHING, PemsFailure.RateLimited.class, PemsFailure.RateLimited.class),
        Arguments.of(500, NOTHING, PemsFailure.Transient.class, PemsFailure.Ambiguous.class),
        Arguments.of(502, NOTHING, PemsFailure.Transient.class, PemsFailure.Ambiguous.class),
        Arguments.of(503, NOTHING, PemsFailure.Transient.class, PemsFailure.Transient.class),
        Arguments.of(200, stale, PemsFailure.Stale.class, PemsFailure.Stale.class),
        Arguments.of(400, stale, PemsFailure.Stale.class, PemsFailure.Stale.class),
        Arguments.of(409, stale, PemsFailure.Stale.class, PemsFailure.Stale.class),
        Arguments.of(
            409, alert("Rate is locked"), PemsFailure.Rejected.class, PemsFailure.Rejected.class),
        Arguments.of(
            200, alert("Record not found"), PemsFailure.NotFound.class, PemsFailure.NotFound.class),
        Arguments.of(
            400, alert("is not a valid"), PemsFailure.Rejected.class, PemsFailure.Rejected.class),
        Arguments.of(
            500, alert("Unexpected"), PemsFailure.Transient.class, PemsFailure.Ambiguous.class),
        Arguments.of(
            200,
            "{\"ErrorAlert\":{\"Name\":\"NoSessionException\",\"Message\":\"gone\"}}",
            PemsFailure.SessionLost.class,
            PemsFailure.SessionLost.class),
        Arguments.of(
            200,
            "{\"ConfirmationAlert\":[{\"Message\":\"Really?\"}]}",
            PemsFailure.NeedsConfirmation.class,
            PemsFailure.NeedsConfirmation.class));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answersMeanTheSameInEveryEnvelope(
      int status, String body, Class<?> forRead, Class<?> forUpdate) {
    Alerts alerts = Alerts.of(new JsonMapper().readTree(body));
    AnswerStatus answer = new AnswerStatus(status, null);

    assertThat(Classifier.failure(Operation.READ, answer, alerts)).containsInstanceOf(forRead);
    assertThat(Classifier.failure(Operation.UPDATE, answer, alerts)).containsInstanceOf(forUpdate);
  }

  @Test
  void aSuccessWithoutAlertsIsNoFailure() {
    assertThat(Classifier.failure(Operation.UPDATE, new AnswerStatus(200, null), Alerts.NONE))
        .isEmpty();
  }

  static Stream<Arguments> silences() {
    return Stream.of(
        Arguments.of(new ConnectException(), PemsFailure.Transient.class),
        Arguments.of(new HttpConnectTimeoutException(""), PemsFailure.Transient.class),
        Arguments.of(new HttpTimeoutException(""), PemsFailure.Ambiguous.class),
        Arguments.of(new TimeoutException(), PemsFailure.Ambiguous.class),
        Arguments.of(new IOException("reset"), PemsFailure.Ambiguous.class));
  }

  @ParameterizedTest
  @MethodSource("silences")
  void aWriteThatWasSentAndNotAnsweredIsAmbiguousAndAReadTransient(
      Exception cause, Class<?> forUpdate) {
    assertThat(Classifier.failure(Operation.READ, cause)).isInstanceOf(PemsFailure.Transient.class);
    assertThat(Classifier.failure(Operation.UPDATE, cause)).isInstanceOf(forUpdate);
  }

  @Test
  void retryAfterIsReadInBothForms() {
    Instant now = Instant.parse("2026-11-23T10:00:00Z");

    assertThat(AnswerStatus.retryAfter("7", now)).isEqualTo(Duration.ofSeconds(7));
    assertThat(AnswerStatus.retryAfter("Mon, 23 Nov 2026 10:00:30 GMT", now))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(AnswerStatus.retryAfter("later", now)).isNull();
  }

  private static String alert(String message) {
    return "{\"ErrorAlert\":[{\"Message\":\"" + message + "\"}]}";
  }
}
