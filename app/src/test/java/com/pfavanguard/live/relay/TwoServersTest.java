package com.pfavanguard.live.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.Facts;
import com.pfavanguard.testing.FreshServer;
import com.pfavanguard.testing.LiveReader;
import com.pfavanguard.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class TwoServersTest {

  @Test
  void oneRelaysForAllAndTheOtherTakesOver() {
    TestDatabase database = TestDatabase.create();
    try (var first = FreshServer.another(database);
        var second = FreshServer.another(database)) {
      ApiClient api = ApiClient.at(port(second));
      String token = api.login("planner").body().path("token").asString();
      await().until(() -> leads(first));
      assertThat(leads(second)).isFalse();

      try (LiveReader here = LiveReader.open(ApiClient.at(port(first)), token).subscribe("RIO");
          LiveReader there = LiveReader.open(api, token).subscribe("RIO")) {
        here.await("SUBSCRIBED");
        there.await("SUBSCRIBED");
        new Facts(first).happen("RIO", 30);
        new Facts(second).happen("RIO", 30);
        assertThat(here.awaitSequences("RIO", 60)).isEqualTo(upTo(60));
        assertThat(there.awaitSequences("RIO", 60)).isEqualTo(upTo(60));

        first.close();
        await().until(() -> leads(second));
        new Facts(second).happen("RIO", 30);
        assertThat(there.awaitSequences("RIO", 90)).isEqualTo(upTo(90));
      }
    }
  }

  @Test
  void aLeaderThatLosesItsConnectionIsReplacedWithoutAGap() {
    TestDatabase database = TestDatabase.create();
    try (var server = FreshServer.another(database)) {
      ApiClient api = ApiClient.at(port(server));
      String token = api.login("planner").body().path("token").asString();
      await().until(() -> leads(server));
      try (LiveReader reader = LiveReader.open(api, token).subscribe("RIO")) {
        reader.await("SUBSCRIBED");
        new Facts(server).happen("RIO", 5);
        reader.awaitSequences("RIO", 5);

        assertThat(breakRelay(database)).isPositive();
        new Facts(server).happen("RIO", 5);

        assertThat(reader.awaitSequences("RIO", 10)).isEqualTo(upTo(10));
      }
    }
  }

  @Test
  void aClientOfTheServerThatDiedResumesAtTheOtherAndGetsAlsoWhatWasCommittedLate() {
    TestDatabase database = TestDatabase.create();
    try (var first = FreshServer.another(database);
        var second = FreshServer.another(database)) {
      ApiClient api = ApiClient.at(port(second));
      String token = api.login("planner").body().path("token").asString();
      await().until(() -> leads(first));
      try (LiveReader reader = LiveReader.open(ApiClient.at(port(first)), token).subscribe("RIO")) {
        reader.await("SUBSCRIBED");
        new Facts(first).happen("RIO", 10);
        reader.awaitSequences("RIO", 10);
      }

      second
          .getBean(Tenancy.class)
          .within(
              "RIO",
              () -> {
                // Joins this transaction: the lower id becomes visible after the higher ones.
                new Facts(second).happen("RIO", 1);
                CompletableFuture.runAsync(() -> new Facts(second).happen("RIO", 5)).join();
                first.close();
                await().until(() -> leads(second));
                return true;
              });

      try (LiveReader resumed = LiveReader.open(api, token).subscribe("RIO", 10)) {
        assertThat(resumed.awaitSequences("RIO", 6))
            .isEqualTo(LongStream.rangeClosed(11, 16).boxed().toList());
      }
    }
  }

  private static long breakRelay(TestDatabase database) {
    return database
        .as("app")
        .sql(
            """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
             WHERE application_name = 'pfa-vanguard-live-relay' AND datname = current_database()
            """)
        .query(Long.class)
        .single();
  }

  private static boolean leads(ConfigurableApplicationContext server) {
    return server.getBean(LiveRelay.class).leads();
  }

  private static int port(ConfigurableApplicationContext server) {
    return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static List<Long> upTo(int last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
