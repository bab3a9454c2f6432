package com.pfavanguard.trial;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.trial.check.AuthorEdit.Span;
import com.pfavanguard.trial.check.Drift;
import com.pfavanguard.trial.check.PemsWrite;
import com.pfavanguard.trial.stage.Door;
import com.pfavanguard.trial.stage.Tenants;
import com.pfavanguard.trial.stage.Weather;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For a stretch of the trial the main tenant calls a field otherwise. It ends only after the
 * product has put the field on hold.
 */
final class FieldDrift {
  static final String FIELD = "manufacturer";
  private static final String ALIAS = "pfs_f_manufact";
  private static final double BEGIN = 0.3;
  private static final double END = 0.5;

  /** What was sent before the change is through by then. */
  private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(6);

  private static final int PATIENCE_LOOKS = 600;
  private static final int LOOK_MILLIS = 100;

  private final Tenants tenants;
  private final Door referee;
  private final Supplier<Weather> usual;
  private final int edits;
  private final Consumer<String> say;
  private long begunAt;
  private long endedAt;
  private long after = -1;
  private @Nullable Drift told;

  FieldDrift(
      Tenants tenants, Door referee, Supplier<Weather> usual, int edits, Consumer<String> say) {
    this.tenants = tenants;
    this.referee = referee;
    this.usual = usual;
    this.edits = edits;
    this.say = say;
  }

  /** Begins, watches and ends it as the trial goes on. */
  void look(int committed) throws IOException, InterruptedException {
    if (begunAt == 0 && committed >= edits * BEGIN) {
      begunAt = System.nanoTime();
      tenants.main().faults(usual.get().renaming(ALIAS, ALIAS + "_2").rules());
      say.accept("PEMS has renamed the field " + FIELD);
    }
    if (begunAt != 0 && after < 0 && System.nanoTime() - begunAt > SETTLED_NANOS && held()) {
      after = lastWrite();
      say.accept(FIELD + " is on hold");
    }
    if (after >= 0 && told == null && committed >= edits * END) {
      restore();
    }
  }

  private void restore() throws IOException, InterruptedException {
    told = new Drift(FIELD, new HashSet<>(Tenants.TOGETHER), ALIAS, after, lastWrite());
    endedAt = System.nanoTime();
    tenants.main().faults(usual.get().rules());
    say.accept("PEMS calls " + FIELD + " as before");
  }

  /**
   * Ends it if it has not ended yet.
   *
   * @throws Refusal when the field is not put on hold
   */
  void end() throws IOException, InterruptedException {
    for (int look = 0; told == null; look++) {
      require(look < PATIENCE_LOOKS, "was never put on hold");
      look(edits);
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /**
   * Returns when nothing is on hold any more.
   *
   * @throws Refusal when the hold does not go
   */
  void heal(Readers readers) throws IOException, InterruptedException {
    for (int look = 0; held(); look++) {
      require(look < PATIENCE_LOOKS, "is still on hold");
      boolean _ = readers.read(Tenants.TOGETHER.getFirst(), "incremental");
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private static void require(boolean fulfilled, String otherwise) {
    if (!fulfilled) {
      throw new Refusal("the field that PEMS had changed, " + FIELD + ", " + otherwise);
    }
  }

  private boolean held() throws InterruptedException {
    return referee
        .get("/api/pems/field-holds?organizationId=" + Tenants.TOGETHER.getFirst())
        .body()
        .path("holds")
        .valueStream()
        .anyMatch(hold -> hold.path("field").asString("").equals(FIELD));
  }

  private long lastWrite() throws IOException, InterruptedException {
    return tenants.main().writes().stream().mapToLong(PemsWrite::sequence).max().orElse(0);
  }

  Optional<Drift> told() {
    return Optional.ofNullable(told);
  }

  /** When it was, in the trial's nanos. */
  Span span() {
    return new Span(begunAt, endedAt);
  }
}
