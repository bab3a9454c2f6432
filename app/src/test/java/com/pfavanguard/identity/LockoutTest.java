package com.pfavanguard.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class LockoutTest {
  @Autowired ApiClient api;
  @Autowired TestDatabase database;

  @AfterEach
  void forget() {
    owner("DELETE FROM sign_in_failure");
  }

  @Test
  void fiveWrongPasswordsLockTheAccountForAWhileAndNobodyIsToldWhy() {
    ApiAnswer wrong = wrong("viewer");
    for (int i = 0; i < 4; i++) {
      assertThat(wrong("viewer").body().path("detail")).isEqualTo(wrong.body().path("detail"));
    }

    ApiAnswer right = api.login("viewer");

    assertThat(right.status()).isEqualTo(401);
    assertThat(right.body().path("detail")).isEqualTo(wrong.body().path("detail"));
    assertThat(right.body().path("detail")).isEqualTo(wrong("nobody").body().path("detail"));
    owner("UPDATE sign_in_failure SET locked_until = now()");
    assertThat(api.login("viewer").status()).isEqualTo(200);
    assertThat(failures()).isZero();
  }

  @Test
  void theLockDoublesWithEveryFurtherGuess() {
    for (int i = 0; i < 5; i++) {
      wrong("viewer");
    }
    long first = lockedSeconds();
    owner("UPDATE sign_in_failure SET locked_until = now()");
    wrong("viewer");

    assertThat(first).isBetween(1L, 60L);
    assertThat(lockedSeconds()).isBetween(61L, 120L);
  }

  @Test
  void fourWrongOnesAndARightOneLeaveNoTrace() {
    for (int i = 0; i < 4; i++) {
      wrong("viewer");
    }

    assertThat(api.login("viewer").status()).isEqualTo(200);
    assertThat(failures()).isZero();
  }

  private ApiAnswer wrong(String username) {
    return api.post("/api/auth/login", Map.of("username", username, "password", "a wrong guess"));
  }

  private long lockedSeconds() {
    return database
        .as("owner")
        .sql("SELECT ceil(extract(epoch FROM locked_until - now())) FROM sign_in_failure")
        .query(Long.class)
        .single();
  }

  private long failures() {
    return database
        .as("owner")
        .sql("SELECT count(*) FROM sign_in_failure")
        .query(Long.class)
        .single();
  }

  private void owner(String sql) {
    database.as("owner").sql(sql).update();
  }
}
