package com.pfavanguard.credential.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.testing.ApiClient;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Secrets that change while the server runs. */
@ExtendWith(WithSecrets.class)
class RotatedSecretsTest {
  private final SecretSystem system;

  RotatedSecretsTest(SecretSystem system) {
    this.system = system;
  }

  @Test
  void aChangedDatabaseSignInIsFoundByTheFirstWhoIsRefused() throws IOException {
    ApiClient admin = system.api().as("admin");
    system.write("database-app", system.roles.nextApp(system.canaries.made("next-database")));

    system.roles.closeApp();

    await()
        .untilAsserted(
            () -> assertThat(system.heard(admin.get("/api/auth/me")).status()).isEqualTo(200));
  }

  @Test
  void aChangedPemsPasswordIsFoundByTheFirstRefusedCallWhichThenSucceeds() {
    PemsConnections connections = system.part(PemsConnections.class);
    PemsGateway gateway = system.part(PemsGateway.class);
    // The regular trial of credentials may be the first to notice, and a secret is asked for once a
    // second at most: then the next one is changed.
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(1100))
        .until(
            () -> {
              String password = system.canaries.made("next-pems");
              system.write("pems-password", password);
              system.pems.opensFor(password);
              int before = system.pems.refusals();
              gateway.count(connections.target("default", "RIO"), new GridQuery(null, 10));
              return system.pems.letIn(password) && system.pems.refusals() > before;
            });
  }

  @Test
  void everyCredentialIsTriedAndShown() {
    await()
        .untilAsserted(
            () ->
                assertThat(system.management().get("/actuator/prometheus").text())
                    .contains("pfa_credential_valid{credential=\"database\"} 1.0")
                    .contains("pfa_credential_valid{credential=\"gemini\"} 1.0")
                    .contains("pfa_credential_valid{credential=\"redis\"} 1.0")
                    .contains(
                        "pfa_credential_expiry_timestamp_seconds{credential=\"database\"} 0.0")
                    .containsPattern("pfa_credential_valid\\{credential=\"pems\"} 1"));
  }
}
