package com.pfavanguard.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.testing.Facts;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class TenancyTest {
  private static final String FORGOTTEN_WHERE =
      "SELECT DISTINCT organization_id FROM live_event ORDER BY organization_id";

  @Autowired Tenancy tenancy;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;
  @Autowired ApplicationContext server;

  @BeforeEach
  void twoOrganizationsHaveRows() {
    Facts facts = new Facts(server);
    facts.happen("RIO", 1);
    facts.happen("HOLNG", 1);
  }

  @Test
  void withoutATenantTransactionTheAppSeesNothing() {
    assertThat(organizationsSeen()).isEmpty();
  }

  @Test
  void aForgottenWhereShowsTheOwnOrganizationOnly() {
    assertThat(tenancy.within("RIO", this::organizationsSeen)).containsExactly("RIO");
    assertThat(tenancy.within(List.of("RIO", "HOLNG"), this::organizationsSeen))
        .containsExactly("HOLNG", "RIO");
  }

  @Test
  void theSettingEndsWithItsTransaction() {
    tenancy.within("RIO", this::organizationsSeen);

    assertThat(organizationsSeen()).isEmpty();
  }

  @Test
  void nothingCanBeWrittenIntoAnotherOrganization() {
    assertThatThrownBy(
            () ->
                tenancy.within(
                    "RIO",
                    () ->
                        jdbc.sql(
                                "INSERT INTO live_event (organization_id, type) VALUES ('HOLNG', 'X')")
                            .update()))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void theOperatorAndTheWorkerSeeEveryOrganization() {
    for (String role : new String[] {"operator", "worker"}) {
      assertThat(database.as(role).sql(FORGOTTEN_WHERE).query(String.class).list())
          .contains("HOLNG", "RIO");
    }
  }

  private List<String> organizationsSeen() {
    return jdbc.sql(FORGOTTEN_WHERE).query(String.class).list();
  }
}
