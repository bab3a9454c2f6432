package com.pfavanguard.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class RateLimitTest {
  @Autowired ApiClient api;

  @Test
  void everyAnswerTellsHowMuchIsLeft() {
    ApiClient viewer = api.as("viewer");
    ApiAnswer answer = viewer.get("/api/auth/me");

    assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("6000");
    assertThat(Integer.parseInt(answer.header("X-RateLimit-Remaining"))).isBetween(1, 5999);
    assertThat(answer.header("X-RateLimit-Reset")).matches("\\d+");
  }

  @Test
  void theEleventhHurryOfAMinuteHasToWaitAndOthersDoNot() {
    ApiClient planner = api.as("planner");
    ApiAnswer last = hurry(planner);
    for (int i = 0; i < 30 && last.status() != 429; i++) {
      last = hurry(planner);
    }

    assertThat(last.status()).isEqualTo(429);
    assertThat(last.code()).isEqualTo("rate_limited");
    assertThat(last.header("X-RateLimit-Limit")).isEqualTo("10");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    assertThat(hurry(api.as("planner-rio")).status()).isEqualTo(202);
    assertThat(planner.get("/api/auth/me").status()).isEqualTo(200);
  }

  @Test
  void signingInIsCountedByAddressWhoeverAsks() {
    // This server's own limit; the product's is 300.
    assertThat(api.login("viewer").header("X-RateLimit-Limit")).isEqualTo("100000");
    assertThat(api.as("viewer").login("viewer").header("X-RateLimit-Limit")).isEqualTo("100000");
  }

  private static ApiAnswer hurry(ApiClient client) {
    return client.post("/api/pems/write-sync", Map.of("organizationId", "RIO"));
  }
}
