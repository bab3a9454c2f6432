package com.pfavanguard.pems.client;

import static com.pfavanguard.pems.client.SimulatedTenant.failure;
import static com.pfavanguard.pems.client.SimulatedTenant.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsTarget;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultContractTest {
  private static final FieldValues CHANGE = FieldValues.of(Map.of(PfaField.MODEL, "D9"));

  private SimulatedTenant pems;
  private String id;

  @BeforeEach
  void start() throws Exception {
    pems = SimulatedTenant.start();
    id = pems.anyId();
  }

  @AfterEach
  void stop() throws Exception {
    pems.close();
  }

  @ParameterizedTest
  @CsvSource({
    "cut-before-commit,Transient,Ambiguous,false",
    "cut-after-commit,Transient,Ambiguous,true",
    "cut-mid-body,Transient,Ambiguous,true",
    "truncated-json,Garbled,Ambiguous,true",
    "http-500,Transient,Ambiguous,false",
    "http-503,Transient,Transient,false",
    "http-429,RateLimited,RateLimited,false",
    "error-alert,Rejected,Rejected,false",
    "confirmation-alert,NeedsConfirmation,NeedsConfirmation,false",
    "session-expiry,SessionLost,SessionLost,false"
  })
  void everyFaultHasItsMeaning(String kind, String ofRead, String ofUpdate, boolean done)
      throws Exception {
    LiveRecord before = pems.read(id);

    pems.fault("UPDATE", Map.of("kind", kind));
    var updated = pems.gateway().update(pems.target(), before, CHANGE);
    boolean written = pems.held(id).path("recordid").asLong() > before.recordid();
    pems.fault("GET", Map.of("kind", kind));
    var read = pems.gateway().read(pems.target(), id);
    pems.fault("GRIDDATA", Map.of("kind", kind));
    var page = pems.gateway().readPage(pems.target(), new GridQuery(null, 9), 1, row -> {});

    assertThat(name(failure(updated))).isEqualTo(ofUpdate);
    assertThat(written).isEqualTo(done);
    assertThat(name(failure(read))).isEqualTo(ofRead);
    assertThat(name(failure(page))).isEqualTo(ofRead);
  }

  @Test
  void aBodyThatDripsForEverEndsAtTheTimeout() throws Exception {
    PemsTarget hasty =
        new PemsTarget(
            pems.connection("DEMO", "s3cret of the tenant", null, Duration.ofMillis(400)), "RIO");
    LiveRecord before = pems.read(id);

    pems.fault("UPDATE", Map.of("kind", "slow-drip"));
    assertThat(failure(pems.gateway().update(hasty, before, CHANGE)))
        .isInstanceOf(PemsFailure.Ambiguous.class);
    pems.fault("GRIDDATA", Map.of("kind", "slow-drip"));
    assertThat(failure(pems.gateway().count(hasty, new GridQuery(null, 9))))
        .isEqualTo(new PemsFailure.Transient("PEMS did not answer in time"));
    pems.fault("GET", Map.of("kind", "latency", "millis", 2000));
    assertThat(failure(pems.gateway().read(hasty, id)))
        .isEqualTo(new PemsFailure.Transient("PEMS did not answer in time"));
  }

  @Test
  void whereNobodyListensNothingWasSent() throws Exception {
    LiveRecord before = pems.read(id);
    PemsTarget nobody = pems.nobody();

    assertThat(failure(pems.gateway().update(nobody, before, CHANGE)))
        .isEqualTo(new PemsFailure.Transient("PEMS refused the connection"));
  }

  @Test
  void aTenantSaysWhenToTryAgain() throws Exception {
    pems.fault("GET", Map.of("kind", "http-429", "retryAfter", 7));

    assertThat(failure(pems.gateway().read(pems.target(), id)))
        .isInstanceOfSatisfying(
            PemsFailure.RateLimited.class,
            limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
  }

  @Test
  void aRefusalInOtherWordsIsStaleWhenTheCounterMoved() throws Exception {
    LiveRecord before = pems.read(id);
    pems.control(
        "POST",
        "/edits",
        Map.of(
            "organization",
            "RIO",
            "pfaId",
            id,
            "user",
            "PEMSUSER",
            "fields",
            Map.of("description", "changed")));
    pems.fault("UPDATE", Map.of("kind", "error-alert", "message", "Der Satz wurde verändert."));

    assertThat(failure(pems.gateway().update(pems.target(), before, CHANGE)))
        .isEqualTo(new PemsFailure.Stale("Der Satz wurde verändert."));
  }

  @Test
  void everyRequestIsCountedWithItsOutcome() throws Exception {
    pems.fault("GET", Map.of("kind", "http-503"));
    pems.gateway().read(pems.target(), id);
    pems.fault("GET", Map.of("kind", "latency", "millis", 0));
    value(pems.gateway().read(pems.target(), id));

    assertThat(count("read", "transient")).isEqualTo(1);
    assertThat(count("read", "success")).isEqualTo(1);
    assertThat(pems.meters.timer("pfa.pems.request.duration", "operation", "read").count())
        .isEqualTo(2);
  }

  private double count(String operation, String outcome) {
    return pems.meters
        .counter("pfa.pems.requests", "operation", operation, "outcome", outcome)
        .count();
  }

  private static String name(@org.jspecify.annotations.Nullable PemsFailure failure) {
    return failure == null ? "none" : failure.getClass().getSimpleName();
  }
}
