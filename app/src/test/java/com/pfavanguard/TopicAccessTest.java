package com.pfavanguard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.identity.Permission;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.LiveReader;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;

/** Crosses every WebSocket topic with every permission and with somebody else's organization. */
@ServerTest
class TopicAccessTest {
  @Autowired ApiClient api;
  @Autowired TestDatabase database;
  @Autowired ApplicationContext server;

  @AfterEach
  void giveBack() {
    permit("", "");
  }

  @Test
  void everySocketDeclaresWhoMayListen() {
    Set<String> sockets = new TreeSet<>();
    server
        .getBeansOfType(AbstractUrlHandlerMapping.class)
        .values()
        .forEach(mapping -> sockets.addAll(mapping.getHandlerMap().keySet()));
    sockets.removeIf(path -> !path.startsWith("/ws/"));

    assertThat(sockets)
        .isNotEmpty()
        .isEqualTo(
            Endpoints.topics().stream()
                .map(Endpoints.Endpoint::address)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void aTopicIsHeardWithItsPermissionAloneAndNeverWithoutIt() {
    for (Endpoints.Endpoint topic : Endpoints.topics()) {
      String needed = topic.needs().stream().map(Enum::name).collect(Collectors.joining(","));
      permit(needed, others(topic.needs()));
      assertThat(answer(topic, "RIO")).isEqualTo("SUBSCRIBED");
      permit(others(topic.needs()), needed);
      assertThat(answer(topic, "RIO")).isEqualTo("forbidden");
    }
  }

  @Test
  void anotherOrganizationsTopicIsNotThere() {
    permit(others(Set.of()), "");
    for (Endpoints.Endpoint topic : Endpoints.topics()) {
      assertThat(answer(topic, "HOLNG")).isEqualTo("not_found");
      assertThat(answer(topic, "NOWHERE")).isEqualTo("not_found");
    }
  }

  /** SUBSCRIBED, or the code of the refusal. */
  private String answer(Endpoints.Endpoint topic, String organization) {
    String token = api.login("planner-rio").body().path("token").asString();
    try (LiveReader reader =
        LiveReader.open(api, token, topic.address()).sendText(topic.body(organization))) {
      var first = reader.awaitAny("SUBSCRIBED", "ERROR");
      return first.path("code").asString(first.path("type").asString());
    }
  }

  private static String others(Set<Permission> needed) {
    return Arrays.stream(Permission.values())
        .filter(each -> !needed.contains(each))
        .map(Enum::name)
        .collect(Collectors.joining(","));
  }

  private void permit(String granted, String revoked) {
    database
        .as("owner")
        .sql(
            """
            UPDATE membership SET granted = string_to_array(?, ','), revoked = string_to_array(?, ',')
             WHERE user_id = (SELECT id FROM user_account WHERE username = 'planner-rio')
            """)
        .param(granted)
        .param(revoked)
        .update();
  }
}
