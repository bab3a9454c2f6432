package com.pfavanguard.kernel.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class RowSecurityCheckTest {
  @Autowired TestDatabase database;

  @Test
  void aServerStartsWithARoleThatRowSecurityHolds() {
    assertThatCode(() -> new RowSecurityCheck(database.as("app")).afterPropertiesSet())
        .doesNotThrowAnyException();
  }

  @Test
  void aServerDoesNotStartWithTheOwnersOrTheOperatorsRole() {
    for (String role : new String[] {"owner", "operator"}) {
      assertThatThrownBy(() -> new RowSecurityCheck(database.as(role)).afterPropertiesSet())
          .hasMessageContaining("vanguard_app");
    }
  }
}
