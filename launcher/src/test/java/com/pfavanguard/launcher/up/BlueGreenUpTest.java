package com.pfavanguard.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.stub.StubJar;
import com.pfavanguard.traffic.Changeover;
import com.pfavanguard.traffic.Colour;
import com.pfavanguard.traffic.SwitchOutcome;
import com.pfavanguard.traffic.jvm.JvmSwitch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two servers behind one address. */
@Timeout(120)
class BlueGreenUpTest {
  private Path data;
  private UpProcess up;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    data = folder.resolve("data");
    up = UpProcess.start(data, StubJar.in(folder), Map.of(), "--blue-green").awaitReady();
  }

  @AfterEach
  void stop() {
    up.end();
  }

  @Test
  void usersAreLedFromOneToTheOtherAtTheSameAddress() throws Exception {
    JsonNode run = up.run();
    String address = run.path("server").path("url").asString();
    assertThat(run.at("/colours/blue/pid").asLong())
        .isEqualTo(run.at("/server/pid").asLong())
        .isNotEqualTo(run.at("/colours/green/pid").asLong());
    assertThat(address)
        .isNotEqualTo(run.at("/colours/blue/url").asString())
        .isNotEqualTo(run.at("/colours/green/url").asString());
    assertThat(VanguardApi.anonymous(address).get("/health").status()).isEqualTo(200);
    JvmSwitch proxy = new JvmSwitch(data);

    SwitchOutcome turned =
        new Changeover(proxy, URI.create(address)).switchTo(Colour.GREEN, "stub");

    assertThat(turned).isInstanceOf(SwitchOutcome.Switched.class);
    ProcessHandle.of(run.at("/colours/blue/pid").asLong()).orElseThrow().destroyForcibly();
    assertThat(VanguardApi.anonymous(address).get("/health").status()).isEqualTo(200);
    assertThat(proxy.status().active()).isEqualTo(Colour.GREEN);
  }
}
