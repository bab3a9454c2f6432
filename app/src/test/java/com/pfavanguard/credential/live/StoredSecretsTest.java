package com.pfavanguard.credential.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.kernel.secret.LiveSecrets;
import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.testing.ApiClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Credentials of PEMS connections that are kept in the database. */
@ExtendWith(WithSecrets.class)
class StoredSecretsTest {
  private final SecretSystem system;
  private final ConnectionDesk desk;

  StoredSecretsTest(SecretSystem system) {
    this.system = system;
    this.desk = new ConnectionDesk(system);
  }

  @Test
  void aStoredConnectionKeepsItsSecretFromEverybodyAndUsesIt() throws IOException {
    ApiClient admin = system.api().as("admin");
    String secret = system.canaries.made("stored");
    assertThat(desk.save("gulf", system.pems.url(), secret).status()).isEqualTo(200);

    PemsConnections connections = system.part(PemsConnections.class);
    await()
        .until(
            () ->
                connections.all().stream()
                    .anyMatch(c -> c.credentials().password().equals(secret)));
    assertThat(system.heard(admin.get("/api/pems/connections/gulf")).body().has("password"))
        .isFalse();
    assertThat(system.heard(admin.post("/api/pems/connections/gulf/test", Map.of())).text())
        .contains("invalid");
    assertThat(system.heard(admin.get("/api/audit?organizationId=RIO")).text())
        .contains("pems_connection_changed")
        .contains("pems_connection_tried");

    int before = keyOf("gulf");
    String old = system.read("credential-key");
    String next = system.canaries.known("the next key", SecretFolder.newKey());
    system.write("credential-key", next + "\n" + old);
    system.part(LiveSecrets.class).readAllAgain();
    await().until(() -> keyOf("gulf") != before);
    assertThat(connections.target("gulf", "RIO").connection().credentials().password())
        .isEqualTo(secret);
    assertThat(desk.delete("gulf").status()).isEqualTo(204);
  }

  @Test
  void aStoredSecretIsLedNowhereElse() {
    String pems = system.pems.url();
    desk.save("north", pems, system.canaries.made("north"));

    for (String elsewhere :
        List.of(
            "http://127.0.0.1:" + system.database.port(),
            "http://169.254.169.254",
            "file:///etc")) {
      assertThat(desk.save("north", elsewhere, "x").code()).isEqualTo("address_not_allowed");
    }
    assertThat(desk.save("north", pems + "/other", null).code()).isEqualTo("secret_needed");
    assertThat(desk.save("north", pems, null).status()).isEqualTo(200);
    assertThat(desk.saveAs("planner", "north", pems, "x").status()).isEqualTo(403);
    system.owner("UPDATE organization SET pems_connection = 'north' WHERE id = 'HOLNG'");
    assertThat(desk.delete("north").code()).isEqualTo("connection_in_use");
    system.owner("UPDATE organization SET pems_connection = 'default' WHERE id = 'HOLNG'");
  }

  private int keyOf(String connection) {
    return system
        .database
        .as("owner")
        .sql("SELECT key_id FROM pems_connection WHERE connection_id = ?")
        .param(connection)
        .query(Integer.class)
        .single();
  }
}
