package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.process.Child;
import com.pfavanguard.launcher.process.ChildSpec;
import com.pfavanguard.launcher.process.Supervisor;
import com.pfavanguard.launcher.up.Parts;
import com.pfavanguard.release.adapter.traffic.Fleet;
import com.pfavanguard.traffic.Colour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Servers and workers of both colours as children of the tool. */
final class LocalFleet implements Fleet {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final Supervisor supervisor;
  private final Map<Colour, Berth> berths = new EnumMap<>(Colour.class);
  private final Map<String, Child> running = new ConcurrentHashMap<>();

  /**
   * The place of one colour.
   *
   * @param spec how to start a part there
   */
  record Berth(int port, Map<Part, Integer> management, Specs spec) {}

  /** How to start a part. */
  @FunctionalInterface
  interface Specs {
    ChildSpec of(Part part, String name);
  }

  LocalFleet(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  void berth(Colour colour, Berth berth) {
    berths.put(colour, berth);
  }

  /** Every process that has ever been started has a log of its own. */
  List<Child> running() {
    return List.copyOf(running.values());
  }

  int managementPort(Part part, Colour colour) {
    Integer port = berth(colour).management().get(part);
    return port == null ? 0 : port;
  }

  /** Its parts that run now. */
  List<Part> parts(Colour colour) {
    List<Part> parts = new ArrayList<>(List.of(Part.values()));
    parts.removeIf(part -> !runs(part, colour) || standsStill(part, colour));
    return parts;
  }

  private boolean standsStill(Part part, Colour colour) {
    try {
      return isFrozen(part, colour);
    } catch (IOException gone) {
      return false;
    }
  }

  @Nullable Child child(Part part, Colour colour) {
    return running.get(name(part, colour));
  }

  static String name(Part part, Colour colour) {
    return part + "-" + colour;
  }

  @Override
  public boolean isReady(Part part, Colour colour) throws IOException, InterruptedException {
    return runs(part, colour) && Parts.ready(managementPort(part, colour));
  }

  @Override
  public boolean runs(Part part, Colour colour) {
    Child child = running.get(name(part, colour));
    return child != null
        && ProcessHandle.of(child.pid()).filter(ProcessHandle::isAlive).isPresent();
  }

  /** Each berth has its build from the beginning. */
  @Override
  public void install(Colour colour) {}

  @Override
  public synchronized void start(Part part, Colour colour)
      throws IOException, InterruptedException {
    String name = name(part, colour);
    wake(part, colour);
    if (!runs(part, colour)) {
      running.put(name, supervisor.start(berth(colour).spec().of(part, name)));
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Parts.ready(managementPort(part, colour))) {
      Child child = running.get(name);
      if (child != null) {
        child.requireAlive();
      }
      if (System.nanoTime() > deadline) {
        throw new IOException(name + " did not become ready");
      }
      Thread.sleep(LOOK_AGAIN);
    }
  }

  @Override
  public void stop(Part part, Colour colour) throws IOException, InterruptedException {
    Child child = running.get(name(part, colour));
    if (child != null) {
      wake(part, colour);
      ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroy);
      child.awaitExit();
    }
  }

  @Override
  public void freeze(Part part, Colour colour) throws IOException, InterruptedException {
    signal("-STOP", part, colour);
  }

  private void wake(Part part, Colour colour) throws IOException, InterruptedException {
    if (isFrozen(part, colour)) {
      signal("-CONT", part, colour);
    }
  }

  /** Before everything is stopped: what stands still hears no signal. */
  void wakeAll() throws IOException, InterruptedException {
    for (Colour colour : berths.keySet()) {
      for (Part part : Part.values()) {
        wake(part, colour);
      }
    }
  }

  private void signal(String signal, Part part, Colour colour)
      throws IOException, InterruptedException {
    Child child = running.get(name(part, colour));
    if (child == null
        || new ProcessBuilder("kill", signal, "" + child.pid()).start().waitFor() != 0) {
      throw new IOException("no signal reaches " + name(part, colour));
    }
  }

  @Override
  public boolean isFrozen(Part part, Colour colour) throws IOException {
    Child child = running.get(name(part, colour));
    Path status = child == null ? null : Path.of("/proc", "" + child.pid(), "status");
    return status != null
        && Files.exists(status)
        && Files.readAllLines(status).stream().anyMatch(line -> line.matches("State:\\s+T.*"));
  }

  /** kill -9: no goodbye. */
  void kill(Part part, Colour colour) {
    Child child = running.get(name(part, colour));
    if (child != null) {
      ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private Berth berth(Colour colour) {
    Berth berth = berths.get(colour);
    if (berth == null) {
      throw new IllegalStateException("nothing is known of " + colour);
    }
    return berth;
  }
}
