package com.pfavanguard.release.rehearsal;

import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.run.Audience;
import com.pfavanguard.release.story.Story;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Breaks one thing at its moment, notes which trigger answers first, and mends it afterwards. */
final class Saboteur implements Audience {
  private final Fault fault;
  private final Consumer<String> say;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile @Nullable Instant brokenAt;
  private volatile @Nullable Instant firedAt;
  private volatile String firstFired = "";
  private volatile String scope = "";
  private Fault.@Nullable Scene scene;

  Saboteur(Fault fault, Consumer<String> say) {
    this.fault = fault;
    this.say = say;
  }

  void enter(Fault.Scene at) {
    scene = at;
  }

  @Override
  public void look(Story story, Instant now) {
    if (story.step(fault.when().step()).isPresent() && begun.compareAndSet(false, true)) {
      say.accept("drill: " + fault);
      brokenAt = now;
      aside(at -> fault.begin(at));
    }
  }

  @Override
  public void entry(Entry entry) {
    if (entry.kind().equals("fired") && firedAt == null) {
      firedAt = entry.at();
      firstFired = entry.body().path("trigger").asString("");
    }
    if (entry.kind().equals("going_back")) {
      scope = entry.body().path("asked").asString("");
      if (ended.compareAndSet(false, true)) {
        aside(at -> fault.end(at));
      }
    }
  }

  private interface Deed {
    void in(Fault.Scene scene) throws IOException, SQLException, InterruptedException;
  }

  private void aside(Deed deed) {
    Fault.Scene at = scene;
    if (at == null) {
      return;
    }
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                deed.in(at);
              } catch (IOException | SQLException | RuntimeException e) {
                say.accept("drill: the fault itself fails: " + e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  String firstFired() {
    return firstFired;
  }

  String scope() {
    return scope;
  }

  /** Seconds from the fault to the trigger; negative when none fired. */
  double detectionSeconds() {
    Instant from = brokenAt;
    Instant to = firedAt;
    return from == null || to == null ? -1 : (to.toEpochMilli() - from.toEpochMilli()) / 1000.0;
  }
}
