package com.pfavanguard.history.domain;

import com.pfavanguard.history.domain.Explanation.Cause;
import com.pfavanguard.history.domain.Explanation.Choice;
import com.pfavanguard.history.domain.Explanation.Next;
import com.pfavanguard.history.domain.Explanation.State;
import com.pfavanguard.history.domain.Explanation.Step;
import com.pfavanguard.history.domain.SyncFacts.Queued;
import com.pfavanguard.history.domain.SyncFacts.Surroundings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a committed edit is not being written: the first obstacle on its way, in this order. */
final class WhyWaiting {
  private WhyWaiting() {}

  static Explanation explain(SyncFacts facts) {
    Queued queue = facts.queue();
    if (queue == null || !queue.status().equals("pending")) {
      return Explainer.inconsistent(State.queued, "No queue row carries the edit.");
    }
    Surroundings around = facts.surroundings();
    if (!around.autoSync()) {
      return waits(
          Cause.auto_sync_off,
          "Writing to PEMS is switched off for everybody.",
          null,
          Choice.ask_an_operator);
    }
    if (around.paused()) {
      return waits(
          Cause.auto_sync_paused,
          "Writing to PEMS is paused for this organization.",
          null,
          Choice.resume_auto_sync);
    }
    if (!around.workerLives()) {
      return waits(
          Cause.no_live_worker,
          "No worker is running that could write it.",
          null,
          Choice.ask_an_operator);
    }
    if (!around.heldFields().isEmpty()) {
      return waits(
          Cause.schema_hold,
          "PEMS has changed these fields, so writes of them are held: "
              + String.join(", ", around.heldFields())
              + ".",
          null,
          Choice.accept_schema_change);
    }
    return onItsWay(facts.now(), queue, around);
  }

  private static Explanation onItsWay(Instant now, Queued queue, Surroundings around) {
    if (around.probeAt() != null) {
      return waits(
          Cause.connection_broken,
          "PEMS does not answer, or takes no writes; it is tried again by itself and no attempt is used up.",
          new Next(Step.probe_connection, around.probeAt()),
          null);
    }
    if (queue.earlierAuthor() != null) {
      return waits(
          Cause.behind_earlier_edit,
          "An earlier edit of the record by " + queue.earlierAuthor() + " must be written first.",
          new Next(Step.write, null),
          null);
    }
    if (queue.scheduledAt().isAfter(now)) {
      return waits(
          Cause.retry_waiting,
          "Attempt "
              + queue.attempts()
              + " failed ("
              + (queue.errorMessage() == null ? "no reason recorded" : queue.errorMessage())
              + "); the next follows by itself.",
          new Next(Step.retry, queue.scheduledAt()),
          Choice.hurry);
    }
    if (around.heldUntil() != null && around.heldUntil().isAfter(now)) {
      return waits(
          Cause.pems_asked_to_wait,
          "PEMS asked to be left alone for a while.",
          new Next(Step.write, around.heldUntil()),
          null);
    }
    return waits(
        Cause.its_turn,
        queue.ahead() == 0
            ? "It is next in turn within the request budget of PEMS."
            : queue.ahead() + " edits of the organization are before it.",
        new Next(Step.write, null),
        Choice.hurry);
  }

  private static Explanation waits(
      Cause cause, String message, @Nullable Next next, @Nullable Choice choice) {
    return new Explanation(
        State.queued, cause, message, next, choice == null ? List.of() : List.of(choice));
  }
}
