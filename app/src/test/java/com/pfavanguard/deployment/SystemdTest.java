package com.pfavanguard.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemdTest {
  @ParameterizedTest
  @CsvSource({"pfa-vanguard-backend@, server", "pems-write-sync-worker@, worker"})
  void unitsAreHeldInEndInPeaceAndCarryNoSecret(String unit, String role) {
    String text = Manifests.text(Path.of("../ops/systemd/" + unit + ".service"));

    assertThat(text.lines())
        .contains(
            "NoNewPrivileges=yes",
            "ProtectSystem=strict",
            "CapabilityBoundingSet=",
            "SystemCallFilter=@system-service",
            "KillSignal=SIGTERM",
            "TimeoutStopSec=45",
            "Restart=always")
        .anyMatch(line -> line.startsWith("ExecStart=") && line.endsWith("--vanguard.role=" + role))
        .anyMatch(line -> line.startsWith("LoadCredential=DATABASE_URL:"))
        .anyMatch(line -> line.startsWith("MemoryMax="))
        .noneMatch(line -> line.startsWith("Environment=") && line.contains("PASSWORD"));
  }
}
