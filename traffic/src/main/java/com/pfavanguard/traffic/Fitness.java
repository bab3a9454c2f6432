package com.pfavanguard.traffic;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the servers of a colour may be led to. */
sealed interface Fitness {

  record Fit(String version) implements Fitness {}

  /**
   * @param why continues a sentence that begins with the colour
   */
  record Unfit(String why) implements Fitness {}

  /** Asks each server directly: all must be healthy and of the same, expected version. */
  static Fitness of(List<URI> servers, @Nullable String expected, HealthProbe probe)
      throws InterruptedException {
    if (servers.isEmpty()) {
      return new Unfit("has no server");
    }
    String version = expected;
    for (URI server : servers) {
      Optional<Health> health = probe.ask(server);
      if (health.isEmpty()) {
        return new Unfit("does not answer at " + server);
      }
      String own = health.get().version();
      if (!health.get().healthy() || own == null) {
        return new Unfit("is not healthy at " + server);
      }
      if (version != null && !version.equals(own)) {
        return new Unfit("runs %s at %s, not %s".formatted(own, server, version));
      }
      version = own;
    }
    return new Fit(Objects.requireNonNull(version));
  }
}
