package com.pfavanguard.launcher.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.stub.Reply;
import com.pfavanguard.launcher.stub.Request;
import com.pfavanguard.launcher.stub.StubHttpServer;
import com.pfavanguard.secrets.check.Verdict.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployedTest {
  private static final String CANARY = "canary+of/production";

  private @TempDir Path folder;
  private StubHttpServer services;
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void start() throws IOException {
    services = new StubHttpServer(0, DeployedTest::answer);
    variables.put("PEMS_BASE_URL_PRODUCTION", services.url());
    variables.put("VANGUARD_PEMS_TENANT_PRODUCTION", "T");
    variables.put("VANGUARD_PEMS_USERNAME_PRODUCTION", "vanguard");
    variables.put("VANGUARD_GEMINI_BASE_URL_PRODUCTION", services.url());
  }

  @AfterEach
  void stop() throws IOException {
    services.close();
  }

  /** PEMS and Gemini: the canary is let in. */
  private static Reply answer(Request request) {
    String basic =
        Base64.getEncoder().encodeToString(("vanguard:" + CANARY).getBytes(StandardCharsets.UTF_8));
    boolean known =
        request.headers().getOrDefault("authorization", "").equals("Basic " + basic)
            || request.headers().getOrDefault("x-goog-api-key", "").equals(CANARY);
    return known ? Reply.ok("{}") : Reply.of(401, CANARY);
  }

  private Map<String, Status> statuses() {
    return new Deployed("production", variables)
        .credentials().stream()
            .map(Credential::tried)
            .collect(Collectors.toMap(Credential.Tried::name, t -> t.verdict().status()));
  }

  private SecretsVerification.Outcome outcome() {
    return SecretsVerification.of(
            new Deployed("production", variables), "production", new Console(false, false))
        .run();
  }

  @Test
  void eachIsTriedWhereItIsUsed() {
    variables.put("VANGUARD_PEMS_PASSWORD_PRODUCTION", CANARY);
    variables.put("GEMINI_API_KEY_PRODUCTION", "wrong");
    assertThat(statuses())
        .containsEntry("pems-password", Status.valid)
        .containsEntry("gemini-api-key", Status.invalid)
        .containsEntry("redis", Status.not_configured);
    assertThat(outcome()).isEqualTo(SecretsVerification.Outcome.SOME_INVALID);
  }

  @Test
  void anotherEnvironmentsSecretIsNeverTried() {
    variables.put("VANGUARD_PEMS_PASSWORD_STAGING", CANARY);
    variables.put("VANGUARD_PEMS_PASSWORD", CANARY);
    assertThat(statuses()).containsEntry("pems-password", Status.not_configured);
    assertThat(outcome()).isEqualTo(SecretsVerification.Outcome.NOTHING_CONFIGURED);
  }

  @Test
  void aFileOutranksAVariableAndItsEndIsSaid() throws IOException {
    variables.put("VANGUARD_SECRETS_DIR_PRODUCTION", folder.toString());
    variables.put("VANGUARD_PEMS_PASSWORD_PRODUCTION", "wrong");
    Files.writeString(
        folder.resolve("pems-password"),
        "{\"value\":\"" + CANARY + "\",\"expiresAt\":\"2199-01-01T00:00:00Z\"}");
    assertThat(statuses()).containsEntry("pems-password", Status.valid);
    assertThat(outcome()).isEqualTo(SecretsVerification.Outcome.ALL_VALID);
    Files.writeString(
        folder.resolve("pems-password"),
        "{\"value\":\"" + CANARY + "\",\"expiresAt\":\"2001-01-01T00:00:00Z\"}");
    assertThat(statuses()).containsEntry("pems-password", Status.invalid);
  }

  @Test
  void whatCannotBeReachedIsNotCalledWrong() {
    variables.put("DATABASE_URL_PRODUCTION", "postgresql://u:" + "p@127.0.0.1:1/none");
    variables.put("REDIS_URL_PRODUCTION", "redis://:" + "p@127.0.0.1:1");
    assertThat(statuses())
        .containsEntry("database-operator", Status.unreachable)
        .containsEntry("redis", Status.unreachable);
  }

  @Test
  void noVerdictRepeatsTheSecret() {
    variables.put("DATABASE_URL_PRODUCTION", "postgresql://" + CANARY + "@:::");
    variables.put("REDIS_URL_PRODUCTION", "redis://:" + CANARY + "\n@127.0.0.1:1");
    variables.put("GEMINI_API_KEY_PRODUCTION", CANARY + "\nx: y");
    assertThat(new Deployed("production", variables).credentials().stream().map(Credential::tried))
        .allSatisfy(tried -> assertThat(tried.toString()).doesNotContain(CANARY));
  }
}
