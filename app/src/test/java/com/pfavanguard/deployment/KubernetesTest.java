package com.pfavanguard.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KubernetesTest {
  private final List<JsonNode> deployments = Manifests.ofKind("Deployment");
  private final List<JsonNode> workloads = Manifests.ofKind("Deployment", "Job");

  @Test
  void everyFileIsPartOfTheBase() {
    JsonNode base = Manifests.ofKind("Kustomization").getFirst();
    List<String> resources = texts(base.path("resources"));
    assertThat(resources)
        .containsExactlyInAnyOrderElementsOf(
            Manifests.files().stream()
                .map(file -> file.getFileName().toString())
                .filter(file -> !file.equals("kustomization.yaml"))
                .toList());
    assertThat(base.path("images").path(0).path("digest").asString("")).startsWith("sha256:");
  }

  @Test
  void serverAndWorkerRunUnderTheirNames() {
    assertThat(deployments)
        .extracting(Manifests::name)
        .containsExactlyInAnyOrder("pfa-vanguard-backend", "pems-write-sync-worker");
    assertThat(workloads)
        .allSatisfy(
            workload ->
                assertThat(texts(Manifests.container(workload).path("args")).getFirst())
                    .isIn("--vanguard.role=server", "--vanguard.role=worker"));
  }

  @Test
  void noContainerMayDoMoreThanItMust() {
    assertThat(workloads)
        .hasSize(3)
        .allSatisfy(
            workload -> {
              JsonNode pod = Manifests.pod(workload).path("spec");
              JsonNode container = Manifests.container(workload);
              JsonNode rights = container.path("securityContext");
              assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean()).isTrue();
              assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
              assertThat(Manifests.text(pod, "serviceAccountName")).isEqualTo("pfa-vanguard");
              assertThat(rights.path("readOnlyRootFilesystem").asBoolean()).isTrue();
              assertThat(rights.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
              assertThat(texts(rights.path("capabilities").path("drop"))).contains("ALL");
              assertThat(container.path("resources").path("limits").has("memory")).isTrue();
              assertThat(container.path("resources").path("requests").has("cpu")).isTrue();
            });
  }

  @Test
  void deploymentsAreProbedAtTheManagementPortAndEndInPeace() {
    assertThat(deployments)
        .allSatisfy(
            deployment -> {
              JsonNode container = Manifests.container(deployment);
              assertThat(port(container, "management")).isEqualTo(9080);
              for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                JsonNode get = container.path(probe).path("httpGet");
                assertThat(get.path("port").asString("")).as(probe).isEqualTo("management");
                assertThat(get.path("path").asString("")).startsWith("/actuator/health/");
              }
              JsonNode pod = Manifests.pod(deployment).path("spec");
              // The product's own drain takes up to 30 s, after leaving for 5 s.
              assertThat(pod.path("terminationGracePeriodSeconds").asInt(0)).isGreaterThan(35);
            });
  }

  @Test
  void selectorsFindWhatTheyMean() {
    assertThat(deployments)
        .allSatisfy(
            deployment -> {
              JsonNode labels = Manifests.pod(deployment).path("metadata").path("labels");
              assertThat(deployment.path("spec").path("selector").path("matchLabels"))
                  .isEqualTo(labels);
              String name = Manifests.name(deployment);
              for (String kind : List.of("PodDisruptionBudget", "NetworkPolicy")) {
                JsonNode guard = Manifests.named(Manifests.ofKind(kind), name);
                assertThat(guard.findValue("matchLabels")).isEqualTo(labels);
              }
            });
    JsonNode service = Manifests.ofKind("Service").getFirst();
    JsonNode server = Manifests.named(deployments, Manifests.name(service));
    assertThat(service.path("spec").path("selector"))
        .isEqualTo(Manifests.pod(server).path("metadata").path("labels"));
    assertThat(port(Manifests.container(server), "http")).isEqualTo(8080);
  }

  @Test
  void workersFollowTheAgeOfTheQueue() {
    JsonNode scaler = Manifests.ofKind("ScaledObject").getFirst().path("spec");
    assertThat(scaler.path("scaleTargetRef").path("name").asString(""))
        .isEqualTo("pems-write-sync-worker");
    assertThat(scaler.path("triggers").path(0).path("metadata").path("query").asString(""))
        .contains("pfa_sync_queue_oldest_item_age_seconds");
    assertThat(Manifests.named(deployments, "pems-write-sync-worker").path("spec").has("replicas"))
        .isFalse();
  }

  @Test
  void secretsComeByReferenceOnly() {
    assertThat(Manifests.ofKind("Secret")).isEmpty();
    assertThat(workloads)
        .allSatisfy(
            workload ->
                assertThat(Manifests.container(workload).path("env").values())
                    .filteredOn(variable -> variable.has("value"))
                    .extracting(variable -> Manifests.text(variable, "name"))
                    .allMatch(name -> name.equals("JDK_JAVA_OPTIONS")));
    String configuration = Manifests.text(Path.of(Manifests.BASE + "/configuration.yaml"));
    assertThat(configuration)
        .doesNotContain("PASSWORD:", "API_KEY:", "DATABASE_URL:", "REDIS_URL:");
  }

  @Test
  void nothingSpeaksUnlessItIsNamed() {
    JsonNode denial = Manifests.named(Manifests.ofKind("NetworkPolicy"), "deny-all");
    assertThat(denial.path("spec").path("podSelector").isEmpty()).isTrue();
    assertThat(texts(denial.path("spec").path("policyTypes"))).contains("Ingress", "Egress");
    assertThat(denial.path("spec").has("egress")).isFalse();
  }

  private static int port(JsonNode container, String name) {
    return StreamSupport.stream(container.path("ports").spliterator(), false)
        .filter(port -> Manifests.text(port, "name").equals(name))
        .mapToInt(port -> port.path("containerPort").asInt(0))
        .findFirst()
        .orElse(0);
  }

  private static List<String> texts(JsonNode array) {
    return array.values().stream().map(value -> value.asString("")).toList();
  }
}
