package com.pfavanguard.launcher.process;

import com.pfavanguard.launcher.console.Refusal;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Starts children, restarts those that die, and stops all in the order of their dependence. */
public final class Supervisor {
  private final Supplier<Restarts> restarts;
  private final Roster roster;
  private final Consumer<String> say;
  private final Map<Child, Thread> children = new ConcurrentHashMap<>();
  private final CompletableFuture<Refusal> givenUp = new CompletableFuture<>();

  // The kernel ties a child to the thread that made it, so that thread must live as long as we do.
  private final ExecutorService spawner =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("spawner").factory());

  private volatile Consumer<Child> onRestart = child -> {};
  private boolean stopping;

  public Supervisor(Roster roster, Consumer<String> say) {
    this(roster, say, Restarts.USUAL_FIRST_PAUSE);
  }

  /** One that never gives a child up, for those who kill it on purpose. */
  public static Supervisor untiring(Roster roster, Consumer<String> say) {
    return new Supervisor(
        roster, say, () -> new Restarts(Restarts.USUAL_FIRST_PAUSE, Integer.MAX_VALUE));
  }

  Supervisor(Roster roster, Consumer<String> say, Duration firstPause) {
    this(roster, say, () -> new Restarts(firstPause));
  }

  private Supervisor(Roster roster, Consumer<String> say, Supplier<Restarts> restarts) {
    this.restarts = restarts;
    this.roster = roster;
    this.say = say;
  }

  /** Hears of every child that lives again, with its new process id. */
  public void onRestart(Consumer<Child> listener) {
    onRestart = listener;
  }

  /**
   * @throws Refusal when everything is being stopped
   */
  public synchronized Child start(ChildSpec spec) throws IOException {
    LogFile.begin(spec.log());
    Child child = new Child(spec, restarts.get(), this);
    children.put(child, Thread.ofVirtual().name(spec.name()).start(() -> watch(child)));
    return child;
  }

  private void watch(Child child) {
    try {
      child.keepAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | LinkageError e) {
      giveUp(new Refusal(child.spec().name() + " cannot be restarted: " + e.getMessage(), e));
    }
  }

  /** Spawning and the beginning of the stop exclude each other, so none is born after it. */
  synchronized Process spawn(ChildSpec spec) throws IOException {
    if (stopping) {
      throw new Refusal("stopped");
    }
    try {
      return spawner.submit(() -> spawnHere(spec)).get();
    } catch (ExecutionException e) {
      throw new IOException("cannot start " + spec.name() + ": " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while starting " + spec.name(), e);
    }
  }

  private Process spawnHere(ChildSpec spec) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Tether.tied(spec.command(), spec.kind().stopSignal()))
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
    builder.environment().putAll(spec.environment());
    Process process = builder.start();
    roster.add(spec, process.pid());
    return process;
  }

  void restarted(Child child) {
    say("%s runs again (process %d)".formatted(child.spec().name(), child.pid()));
    onRestart.accept(child);
  }

  void say(String line) {
    say.accept(line);
  }

  /** Ends the wait of {@link #awaitGivingUp} with this reason. */
  public void giveUp(Refusal refusal) {
    givenUp.complete(refusal);
  }

  /** Waits until a child cannot be kept alive, and tells why. */
  public Refusal awaitGivingUp() throws InterruptedException {
    try {
      return givenUp.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops everything, those that depend on others first; returns when no process is left. */
  public void stop() throws IOException, InterruptedException {
    synchronized (this) {
      stopping = true;
    }
    List<Map.Entry<Child, Thread>> inOrder =
        children.entrySet().stream()
            .sorted(Comparator.comparing(Supervisor::kind).reversed())
            .toList();
    for (Map.Entry<Child, Thread> entry : inOrder) {
      if (!entry.getKey().stop(entry.getValue())) {
        say(entry.getKey().spec() + " did not stop within its grace and was killed");
      }
    }
    roster.remove();
  }

  private static ChildKind kind(Map.Entry<Child, Thread> entry) {
    return entry.getKey().spec().kind();
  }
}
