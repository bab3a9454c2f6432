package com.pfavanguard.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.simulator.SettableClock;
import com.pfavanguard.simulator.SimulatorClient;
import com.pfavanguard.simulator.SimulatorClient.Answer;
import com.pfavanguard.simulator.SimulatorExtension;
import com.pfavanguard.simulator.SimulatorOptions;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoginTest {
  private static final SettableClock CLOCK = new SettableClock();

  @RegisterExtension
  static final SimulatorExtension SIMULATOR =
      new SimulatorExtension(
          SimulatorOptions.inMemory(SimulatorClient.PASSWORD).withRecords(100, 1).withClock(CLOCK));

  private final SimulatorClient pems = SIMULATOR.client();

  private static Answer bare(String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(SIMULATOR.simulator().url() + "/organization"));
    return SIMULATOR.client().send(headers.length == 0 ? request : request.headers(headers));
  }

  @Test
  void refusesWrongOrMissingCredentialsWith401() {
    assertThat(bare("tenant", "DEMO").status()).isEqualTo(401);
    assertThat(bare("tenant", "DEMO", "Authorization", "Basic eDp5").status()).isEqualTo(401);
    assertThat(bare("tenant", "DEMO", "Authorization", "Basic !").status()).isEqualTo(401);
    assertThat(bare("tenant", "DEMO").error()).contains("Authorization failed");
  }

  @Test
  void refusesAnotherTenant() {
    assertThat(bare("tenant", "OTHER", "X-API-Key", "secret").status()).isEqualTo(401);
    assertThat(bare("X-API-Key", "secret").status()).isEqualTo(401);
  }

  @Test
  void acceptsAnApiKey() {
    assertThat(bare("tenant", "DEMO", "X-API-Key", "secret").status()).isEqualTo(200);
    assertThat(bare("tenant", "DEMO", "X-API-Key", "other").status()).isEqualTo(401);
  }

  @Test
  void announcesASessionOnlyWhenItIsToBeKept() {
    assertThat(pems.get("/organization").json().path("Result").has("SessionID")).isFalse();
    String session = newSession();
    Answer next = bare("tenant", "DEMO", "sessionid", session, "keepsession", "true");
    assertThat(next.json().path("Result").path("SessionID").asString()).isEqualTo(session);
  }

  private String newSession() {
    Answer answer = pems.get("/organization", "keepsession", "true");
    return answer.json().path("Result").path("SessionID").asString();
  }

  @Test
  void endsASessionThatIsNotKeptOn() {
    String session = newSession();
    assertThat(bare("tenant", "DEMO", "sessionid", session).status()).isEqualTo(200);
    assertLost(bare("tenant", "DEMO", "sessionid", session));
  }

  private static void assertLost(Answer answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("ErrorAlert").path(0).path("Name").asString())
        .isEqualTo("NoSessionException");
  }

  @Test
  void expiresAnIdleSession() {
    pems.settings("{\"sessionTimeoutSeconds\":60}");
    String session = newSession();
    CLOCK.advance(59);
    assertThat(bare("tenant", "DEMO", "sessionid", session, "keepsession", "true").status())
        .isEqualTo(200);
    CLOCK.advance(61);
    assertLost(bare("tenant", "DEMO", "sessionid", session, "keepsession", "true"));
  }

  @Test
  void countsSessionsAgainstTheSeats() {
    pems.settings("{\"maxSessions\":1,\"sessionTimeoutSeconds\":60}");
    CLOCK.advance(3600);
    newSession();
    Answer refused = pems.get("/organization", "keepsession", "true");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).contains("licence seats");
    assertThat(pems.control("/stats").path("maxConcurrentSessions").asInt()).isPositive();
  }

  @Test
  void refusesTwoRequestsOfOneSessionAtOnce() {
    pems.fault(
        """
        {"match":{"operation":"CATEGORIES"},"fault":{"kind":"slow-drip","bytesPerSecond":300000}}\
        """);
    pems.settings("{\"sessionTimeoutSeconds\":100000}");
    String session = newSession();
    CompletableFuture<Answer> slow =
        CompletableFuture.supplyAsync(
            () -> pems.get("/categories", "sessionid", session, "keepsession", "true"));
    Awaitility.await()
        .until(
            () ->
                pems.get("/organization", "sessionid", session, "keepsession", "true")
                    .error()
                    .contains("in use"));
    assertThat(slow.join().status()).isEqualTo(200);
    assertThat(pems.get("/organization", "sessionid", session, "keepsession", "true").status())
        .isEqualTo(200);
  }

  @Test
  void refusesAnUnknownOrganizationInTheHeader() {
    assertThat(pems.get("/assets", "organization", "NOWHERE").error())
        .contains("not a valid Organization");
    assertThat(pems.get("/assets", "organization", "RIO").status()).isEqualTo(200);
    assertThat(pems.get("/assets", "organization", "*").status()).isEqualTo(200);
  }

  @Test
  void knowsNoOtherPaths() {
    assertThat(pems.get("/nothing").status()).isEqualTo(404);
    assertThat(pems.get("/griddata").status()).isEqualTo(404);
    assertThat(pems.post("/griddata", "{").status()).isEqualTo(400);
    assertThat(pems.post("/griddata", "{").error()).contains("JSON");
  }
}
