package com.pfavanguard.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.CuttableRoute;
import com.pfavanguard.testing.FreshServer;
import com.pfavanguard.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {

  @Test
  void aDatabaseThatHangsMakesHealthUnhealthyAndNotSilent() throws Exception {
    TestDatabase database = TestDatabase.create();
    try (CuttableRoute route = CuttableRoute.to(database.port());
        var server = FreshServer.another(database, route.port())) {
      ApiClient api =
          ApiClient.at(
              server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
      ApiClient planner = api.as("planner");
      assertThat(api.get("/health").status()).isEqualTo(200);

      route.freeze();

      // Nothing comes back from the database, so only a bounded probe can answer at all.
      ApiAnswer health = api.get("/health");
      assertThat(health.status()).isEqualTo(503);
      assertThat(health.body().path("status").asString()).isEqualTo("unhealthy");
      assertThat(health.body().path("components").path("database").asString())
          .isEqualTo("unhealthy");
      assertThat(api.get("/health/db").status()).isEqualTo(503);
      assertThat(api.get("/health/write-sync").status()).isEqualTo(503);

      route.cut();
      ApiAnswer away = planner.get("/api/auth/me");
      assertThat(away.status()).isEqualTo(503);
      assertThat(away.code()).isEqualTo("database_unavailable");

      route.mend();
      await().atMost(Duration.ofSeconds(30)).until(() -> api.get("/health").status() == 200);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> planner.get("/api/auth/me").status() == 200);
    }
  }
}
