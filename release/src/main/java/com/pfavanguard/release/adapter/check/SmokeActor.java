package com.pfavanguard.release.adapter.check;

import com.pfavanguard.launcher.smoke.CheckResult;
import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.FactTree;
import com.pfavanguard.release.adapter.Settings;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.adapter.WorkingActor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code smoke.run} at the public address, and {@code smoke.browser} in a real one. A failed check
 * is a finding, not a failure of the act: its gate and the rollback trigger judge it.
 */
public final class SmokeActor extends WorkingActor {
  private static final Map<String, List<String>> GROUPS =
      Map.of(
          "health", List.of("backend health", "database health", "worker health"),
          "authentication", List.of("no access without login", "access with login"),
          "sync-status", List.of("sync status"),
          "queue-metrics", List.of("queue metrics"),
          "manual-sync", List.of("manual sync"),
          "live-updates", List.of("live updates"),
          "rate-limits", List.of("rate limit headers"),
          "edit", List.of("an edit arrives"));

  private final Suite suite;
  private final Browser browser;

  /** The smoke test. */
  @FunctionalInterface
  public interface Suite {
    List<CheckResult> run() throws InterruptedException;
  }

  /** What a real browser saw. */
  @FunctionalInterface
  public interface Browser {
    /**
     * Empty where there is no browser: then the gates that ask what it saw have no data.
     *
     * @throws IOException when it cannot look
     */
    Optional<Page> look() throws IOException, InterruptedException;

    record Page(boolean login, int records, boolean syncButton, List<String> consoleErrors) {}
  }

  public SmokeActor(Suite suite, Browser browser) {
    this.suite = suite;
    this.browser = browser;
  }

  @Override
  public String area() {
    return "smoke";
  }

  @Override
  protected Sight look(Task task, Settings observe, Settings act) {
    return new Sight.NotDone();
  }

  @Override
  protected Deed work(Task task, Settings act) throws IOException, InterruptedException {
    return switch (act.verb()) {
      case "run" -> run(task, act);
      case "browser" -> browse();
      default -> unknown(act);
    };
  }

  /** The previous version's findings are not the new one's. */
  private Deed run(Task task, Settings act) throws InterruptedException {
    String root = act.get("version", "new").equals("previous") ? "previousSmoke" : "smoke";
    List<CheckResult> results = suite.run();
    FactTree facts = new FactTree();
    long failed = results.stream().filter(result -> !result.passed()).count();
    facts.put(root + "/run", results.size()).put(root + "/failed", failed);
    facts.put(root + "/passedShare", (results.size() - failed) / (double) results.size());
    GROUPS.forEach(
        (group, names) -> {
          List<CheckResult> own = results.stream().filter(r -> names.contains(r.name())).toList();
          if (!own.isEmpty()) {
            long bad = own.stream().filter(result -> !result.passed()).count();
            facts.put("%s/%s/failed".formatted(root, group), bad);
          }
        });
    results.forEach(
        result -> task.progress().accept("%s: %s".formatted(result.name(), result.detail())));
    return facts.done();
  }

  private Deed browse() throws IOException, InterruptedException {
    Optional<Browser.Page> seen = browser.look();
    if (seen.isEmpty()) {
      return new FactTree().put("browser/absent", 1).done();
    }
    Browser.Page page = seen.get();
    return new FactTree()
        .put("browser/login", page.login())
        .put("browser/records", page.records())
        .put("browser/syncButton", page.syncButton())
        .put("browser/consoleErrors", page.consoleErrors().size())
        .put("browser/console", String.join("; ", page.consoleErrors()))
        .done();
  }
}
