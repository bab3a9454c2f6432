package com.pfavanguard.release.adapter.traffic;

import com.pfavanguard.launcher.up.Parts;
import com.pfavanguard.traffic.Colour;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Units of systemd, an instance for each colour: {@code pfa-vanguard-backend@blue}.
 *
 * @param command {@code systemctl}, with {@code --user} or another host where that is so
 * @param managementPorts by unit
 * @param jar of the new version
 * @param installed holds a folder for each colour with its {@code app.jar}
 */
public record SystemdFleet(
    List<String> command, Map<String, Integer> managementPorts, Path jar, Path installed)
    implements Fleet {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  static String unit(Part part, Colour colour) {
    String name = part == Part.backend ? "pfa-vanguard-backend" : "pems-write-sync-worker";
    return name + "@" + colour;
  }

  @Override
  public boolean isReady(Part part, Colour colour) throws IOException, InterruptedException {
    Integer port = managementPorts.get(unit(part, colour));
    if (port == null) {
      throw new IOException("no management port is known of " + unit(part, colour));
    }
    return runs(part, colour) && Parts.ready(port);
  }

  @Override
  public boolean runs(Part part, Colour colour) throws IOException, InterruptedException {
    String state = said("show", "--property=ActiveState", "--value", unit(part, colour)).strip();
    return !state.equals("inactive") && !state.equals("failed");
  }

  /** As a whole, or not at all: the unit may be started at any moment. */
  @Override
  public void install(Colour colour) throws IOException {
    Path place = installed.resolve(colour.toString()).resolve("app.jar");
    Path part = place.resolveSibling("app.jar.part");
    Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void freeze(Part part, Colour colour) throws IOException, InterruptedException {
    said("freeze", unit(part, colour));
  }

  @Override
  public boolean isFrozen(Part part, Colour colour) throws IOException, InterruptedException {
    return said("show", "--property=FreezerState", "--value", unit(part, colour))
        .strip()
        .equals("frozen");
  }

  @Override
  public void start(Part part, Colour colour) throws IOException, InterruptedException {
    wake(part, colour);
    said("start", unit(part, colour));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady(part, colour)) {
      if (System.nanoTime() > deadline || !runs(part, colour)) {
        throw new IOException(unit(part, colour) + " did not become ready: see journalctl -u");
      }
      Thread.sleep(LOOK_AGAIN);
    }
  }

  /** systemd waits for the unit's own grace. */
  @Override
  public void stop(Part part, Colour colour) throws IOException, InterruptedException {
    wake(part, colour);
    said("stop", unit(part, colour));
  }

  private void wake(Part part, Colour colour) throws IOException, InterruptedException {
    if (isFrozen(part, colour)) {
      said("thaw", unit(part, colour));
    }
  }

  private String said(String... arguments) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of(arguments));
    Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", whole) + ": " + said.strip());
    }
    return said;
  }
}
