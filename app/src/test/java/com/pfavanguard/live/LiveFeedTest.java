package com.pfavanguard.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.Facts;
import com.pfavanguard.testing.LiveReader;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class LiveFeedTest {
  @Autowired ApiClient api;
  @Autowired ApplicationContext server;
  @Autowired TestDatabase database;
  @Autowired MeterRegistry meters;
  @Autowired TransactionTemplate transactions;
  Facts facts;
  String token;

  @BeforeEach
  void signIn() {
    facts = new Facts(server);
    token = api.login("planner").body().path("token").asString();
  }

  @Test
  void eventsOfConcurrentTransactionsArriveWithoutGapsOrRepeats() {
    try (LiveReader reader = LiveReader.open(api, token).subscribe("RIO");
        var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = reader.await("SUBSCRIBED").path("sequence").asLong();

      for (int i = 0; i < 60; i++) {
        writers.execute(() -> facts.happen("RIO", 10));
      }

      assertThat(reader.awaitSequences("RIO", 600)).isEqualTo(following(start, 600));
    }
  }

  @Test
  void anEventCarriesWhatHappenedToWhichRecord() {
    try (LiveReader reader = LiveReader.open(api, token).subscribe("HOLNG")) {
      reader.await("SUBSCRIBED");

      facts.happen("HOLNG", 1, Map.of("version", 7, "source", "pull"));

      var event = reader.await("RECORD_CHANGED");
      assertThat(event.path("organizationId").asString()).isEqualTo("HOLNG");
      assertThat(event.path("pfaId").asString()).isEqualTo("PFA-0");
      assertThat(event.path("data").path("version").asInt()).isEqualTo(7);
      assertThat(event.path("timestamp").asString()).endsWith("Z");
    }
  }

  @Test
  void aClientThatComesBackMissesAndRepeatsNothing() {
    long seen;
    try (LiveReader reader = LiveReader.open(api, token).subscribe("RIO")) {
      reader.await("SUBSCRIBED");
      facts.happen("RIO", 5);
      seen = reader.awaitSequences("RIO", 5).getLast();
    }

    facts.happen("RIO", 40);
    try (LiveReader reader = LiveReader.open(api, token).subscribe("RIO", seen)) {
      facts.happen("RIO", 20);
      assertThat(reader.awaitSequences("RIO", 60)).isEqualTo(following(seen, 60));
    }
  }

  @Test
  void aClientWhoseEventsWereForgottenIsToldToFetchAnew() {
    facts.happen("PORTARTHUR", 3);
    awaitNumbered("PORTARTHUR");
    database
        .as("owner")
        .sql("DELETE FROM live_event WHERE organization_id = 'PORTARTHUR'")
        .update();

    try (LiveReader reader = LiveReader.open(api, token).subscribe("PORTARTHUR", 1)) {
      assertThat(reader.await("RESYNC").path("sequence").asLong()).isGreaterThanOrEqualTo(3);
      reader.await("SUBSCRIBED");
    }
  }

  @Test
  void aSequenceFromTheFutureMeansFetchingAnew() {
    try (LiveReader reader = LiveReader.open(api, token).subscribe("RIO", 1_000_000_000)) {
      reader.await("RESYNC");
    }
  }

  @Test
  void aRolledBackTransactionLeavesNoEventBehind() {
    try (LiveReader reader = LiveReader.open(api, token).subscribe("HOLNG")) {
      long start = reader.await("SUBSCRIBED").path("sequence").asLong();
      transactions.executeWithoutResult(
          status -> {
            facts.happen("HOLNG", 3);
            status.setRollbackOnly();
          });
      facts.happen("HOLNG", 1);

      assertThat(reader.awaitSequences("HOLNG", 1)).isEqualTo(following(start, 1));
    }
  }

  @Test
  void moneyNeverLeavesInAnEvent() {
    try (LiveReader reader = LiveReader.open(api, token).subscribe("HOLNG")) {
      reader.await("SUBSCRIBED");

      facts.happen("HOLNG", 1, Map.of("version", 3, "monthlyRate", "1234.56"));

      assertThat(reader.await("RECORD_CHANGED").toString()).doesNotContain("1234.56");
    }
  }

  @Test
  void aReaderThatIsStuckHoldsUpNobodyAndIsClosed() {
    Map<String, String> bulky = Map.of("note", "x".repeat(200_000));
    try (LiveReader stuck = LiveReader.stuck(api, token).subscribe("HOLNG");
        LiveReader reader = LiveReader.open(api, token).subscribe("HOLNG")) {
      reader.await("SUBSCRIBED");

      for (int i = 0; i < 20; i++) {
        facts.happen("HOLNG", 5, bulky);
      }

      reader.awaitSequences("HOLNG", 100);
      assertThat(connections()).isGreaterThanOrEqualTo(2);
      Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> connections() < 2);
      assertThat(stuck.messages()).isEmpty();
    }
  }

  private double connections() {
    return meters.get("pfa.websocket.connections").gauge().value();
  }

  private void awaitNumbered(String organizationId) {
    Awaitility.await()
        .until(
            () ->
                database
                    .as("owner")
                    .sql(
                        "SELECT count(*) FROM live_event WHERE organization_id = ? AND sequence IS NULL")
                    .param(organizationId)
                    .query(Long.class)
                    .single()
                    .equals(0L));
  }

  private static List<Long> following(long sequence, int count) {
    return LongStream.rangeClosed(sequence + 1, sequence + count).boxed().toList();
  }
}
