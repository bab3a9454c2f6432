package com.pfavanguard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.identity.Permission;
import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Crosses every endpoint with every permission it needs and with somebody else's organization. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointAccessTest {
  @Autowired ApiClient api;
  @Autowired TestDatabase database;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  /** Signed in as the viewer, who is a member of RIO alone here. */
  ApiClient caller;

  @BeforeAll
  void signIn() {
    owner("DELETE FROM membership WHERE organization_id <> 'RIO' AND user_id = " + viewer());
    caller = api.as("viewer");
  }

  @AfterAll
  void giveBack() {
    permit(Set.of());
    owner(
        "INSERT INTO membership (user_id, organization_id, role_template) SELECT "
            + viewer()
            + ", id, 'viewer' FROM organization ON CONFLICT DO NOTHING");
  }

  @Test
  void everyEndpointDeclaresWhoMayCallIt() {
    Set<String> undeclared = new TreeSet<>();
    for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
      for (PathPattern pattern :
          Objects.requireNonNull(info.getPathPatternsCondition()).getPatterns()) {
        if (pattern.getPatternString().startsWith("/api/")
            && Endpoints.all().stream().noneMatch(endpoint -> fits(endpoint, info, pattern))) {
          undeclared.add(info.getMethodsCondition().getMethods() + " " + pattern);
        }
      }
    }

    assertThat(undeclared).as("endpoints missing in endpoint-access.txt").isEmpty();
  }

  static Stream<Endpoints.Endpoint> closed() {
    return Endpoints.all().stream().filter(endpoint -> !endpoint.open());
  }

  static Stream<Endpoints.Endpoint> ofAnOrganization() {
    return Endpoints.all().stream().filter(endpoint -> !endpoint.needs().isEmpty());
  }

  static Stream<Endpoints.Endpoint> administration() {
    return Endpoints.all().stream().filter(Endpoints.Endpoint::administrator);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("closed")
  void nobodyIsServedWithoutCredentials(Endpoints.Endpoint endpoint) {
    ApiAnswer answer = call(api, endpoint, "RIO");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthenticated");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofAnOrganization")
  void eachPermissionIsNeededAndTogetherTheySuffice(Endpoints.Endpoint endpoint) {
    for (Permission needed : endpoint.needs()) {
      permit(all().filter(each -> each != needed).collect(Collectors.toSet()));
      assertThat(call(caller, endpoint, "RIO").status()).as("without " + needed).isEqualTo(403);
    }
    Set<Permission> exactly =
        Stream.concat(Stream.of(Permission.Read), endpoint.needs().stream())
            .collect(Collectors.toSet());
    permit(exactly);
    assertThat(call(caller, endpoint, "RIO").status())
        .as("with " + exactly)
        .isNotIn(401, 403)
        .isLessThan(500);
    permit(all().filter(each -> each != Permission.Read).collect(Collectors.toSet()));
    assertThat(call(caller, endpoint, "RIO").status()).as("without Read").isEqualTo(403);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofAnOrganization")
  void anotherOrganizationIsNotThere(Endpoints.Endpoint endpoint) {
    permit(all().collect(Collectors.toSet()));

    ApiAnswer foreign = call(caller, endpoint, "HOLNG");
    ApiAnswer unknown = call(caller, endpoint, "NOWHERE");

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(foreign.code()).isEqualTo(unknown.code());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("administration")
  void administrationIsForSystemAdministratorsAlone(Endpoints.Endpoint endpoint) {
    permit(all().collect(Collectors.toSet()));

    assertThat(call(caller, endpoint, "RIO").status()).isEqualTo(403);
  }

  private static ApiAnswer call(
      ApiClient client, Endpoints.Endpoint endpoint, String organization) {
    return client.send(endpoint.method(), endpoint.path(organization), endpoint.body(organization));
  }

  private static boolean fits(
      Endpoints.Endpoint endpoint, RequestMappingInfo info, PathPattern pattern) {
    return info.getMethodsCondition().getMethods().stream()
            .anyMatch(method -> method.name().equals(endpoint.method()))
        && pattern.matches(PathContainer.parsePath(endpoint.path("RIO").split("\\?", 2)[0]))
        && Endpoints.mostSpecific(endpoint, pattern);
  }

  private static Stream<Permission> all() {
    return Arrays.stream(Permission.values());
  }

  /** Lets the viewer do exactly this in RIO. */
  private void permit(Set<Permission> permissions) {
    List<String> granted = permissions.stream().map(Enum::name).toList();
    String revoked =
        all()
            .filter(each -> !permissions.isEmpty() && !permissions.contains(each))
            .map(Enum::name)
            .collect(Collectors.joining(","));
    owner(
        "UPDATE membership SET granted = '{%s}', revoked = '{%s}' WHERE organization_id = 'RIO' AND user_id = %s"
            .formatted(String.join(",", granted), revoked, viewer()));
  }

  private static String viewer() {
    return "(SELECT id FROM user_account WHERE username = 'viewer')";
  }

  private void owner(String sql) {
    database.as("owner").sql(sql).update();
  }
}
