package com.pfavanguard.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.LiveReader;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class MaintenanceTest {
  private static final Map<String, Object> DRAFT =
      Map.of("organizationId", "RIO", "changes", List.of());
  private static final String READ = "/api/pfa-data?organizationId=RIO";
  private static final String WRITE = "/api/pfa-data/save-draft";

  @Autowired ApiClient api;
  @Autowired TestDatabase database;

  @AfterEach
  void end() {
    set("enabled = false, message = NULL, level = NULL, starts_at = NULL, ends_at = NULL");
    awaitState("none");
  }

  private void set(String columns) {
    database
        .as("operator")
        .sql("UPDATE feature_flags SET %s WHERE flag_name = 'maintenance'".formatted(columns))
        .update();
  }

  private void awaitState(String state) {
    await().until(() -> api.get("/api/maintenance").body().path("state").asString().equals(state));
  }

  @Test
  void oneUpdateOfAnOperatorKeepsPeopleOutAndTellsUntilWhen() {
    ApiClient planner = api.as("planner");
    set("enabled = true, message = 'Release 4.1.', ends_at = now() + interval '20 minutes'");
    awaitState("page");

    ApiAnswer refused = planner.post(WRITE, DRAFT);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.body().path("code").asString()).isEqualTo("maintenance");
    assertThat(refused.body().path("detail").asString()).startsWith("Release 4.1. Expected to end");
    assertThat(refused.body().path("endsAt").asString()).endsWith("Z");
    assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1100, 1200);
    assertThat(planner.post("/api/pfa-data/commit-drafts", DRAFT).status()).isEqualTo(503);
    assertThat(planner.get(READ).status()).isEqualTo(503);
  }

  @Test
  void administratorsHealthAndSigningInAreLetThrough() {
    set("enabled = true");
    awaitState("page");

    assertThat(api.as("admin").get(READ).status()).isEqualTo(200);
    assertThat(api.as("admin").post(WRITE, DRAFT).status()).isNotEqualTo(503);
    assertThat(api.as("planner").get("/api/auth/me").status()).isEqualTo(200);
    assertThat(api.get("/health").status()).isEqualTo(200);
    assertThat(api.get(READ).status()).as("nobody learns more than before").isEqualTo(401);
  }

  @Test
  void aBannerLetsPeopleRead() {
    ApiClient planner = api.as("planner");
    set("enabled = true, level = 'banner'");
    awaitState("banner");

    assertThat(planner.get(READ).status()).isEqualTo(200);
    ApiAnswer refused = planner.post(WRITE, DRAFT);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
  }

  @Test
  void whatIsOnlyAnnouncedRefusesNothing() {
    ApiClient planner = api.as("planner");
    set("message = 'Tonight.', starts_at = now() + interval '5 hours'");
    awaitState("announced");
    assertThat(api.get("/api/maintenance").body().path("message").asString()).isEqualTo("Tonight.");
    assertThat(planner.post(WRITE, DRAFT).status()).isNotEqualTo(503);
  }

  @Test
  void openPagesHearOfIt() {
    String token = api.login("planner").body().path("token").asString();
    try (LiveReader page = LiveReader.open(api, token).subscribe("RIO")) {
      page.await("SUBSCRIBED");
      set("enabled = true");
      assertThat(page.await("FLAG_CHANGED").path("data").path("flag").asString())
          .isEqualTo("maintenance");
    }
  }
}
