package com.pfavanguard.traffic.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.traffic.AppStub;
import com.pfavanguard.traffic.Colour;
import com.pfavanguard.traffic.TrafficSwitchContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** The real HAProxy with the configuration of production. */
class HaproxyTest extends TrafficSwitchContract {

  @BeforeAll
  static void requireHaproxy() {
    boolean there = Files.isExecutable(HaproxyProcess.PROGRAM);
    if (!there) {
      System.err.println("SKIPPED, not proven here: haproxy is not installed (.ci/run does)");
    }
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      assertThat(there).as("CI has haproxy").isTrue();
    }
    Assumptions.assumeTrue(there, "haproxy is not installed");
  }

  @Override
  protected Proxy start(AppStub blue, AppStub green, Path folder) throws IOException {
    HaproxyProcess haproxy = new HaproxyProcess(blue, green, folder);
    await()
        .ignoreExceptions()
        .until(
            () -> {
              var status = haproxy.control().status();
              return status.target(Colour.BLUE).ready() && status.target(Colour.GREEN).ready();
            });
    return haproxy;
  }
}
