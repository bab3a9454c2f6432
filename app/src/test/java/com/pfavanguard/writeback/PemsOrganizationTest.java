package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Which organization PEMS is told comes from the server's own table, whatever a request says. */
@ExtendWith(SharedSystem.class)
class PemsOrganizationTest {

  @Test
  void noRequestChoosesTheOrganizationThatPemsIsTold(PlannerDesk desk) {
    String id = desk.openIds(1).getFirst();
    desk.save(Map.of(id, Map.of("areaSilo", "NORTH")));
    ApiClient planner = desk.system().api().as("planner");
    for (String name :
        List.of(
            "pemsOrganization", "pems_organization", "organization", "tenant", "pemsConnection")) {
      assertThat(
              planner
                  .post(
                      "/api/pfa-data/commit-drafts", Map.of("organizationId", "RIO", name, "HOLNG"))
                  .code())
          .isEqualTo("unknown_property");
    }

    ApiClient bent =
        planner
            .with("organization", "HOLNG")
            .with("X-Organization", "HOLNG")
            .with("tenant", "OTHER");
    assertThat(
            bent.post(
                    "/api/pfa-data/commit-drafts?pemsOrganization=HOLNG&organization=HOLNG",
                    Map.of("organizationId", "RIO"))
                .status())
        .isEqualTo(202);
    try (var worker = desk.system().startWorker()) {
      desk.awaitQueueEmpty();
    }

    List<JsonNode> writes = desk.ownWrites();
    assertThat(writes).isNotEmpty();
    assertThat(writes)
        .allSatisfy(write -> assertThat(write.path("organization").asString()).isEqualTo("RIO"));
  }
}
