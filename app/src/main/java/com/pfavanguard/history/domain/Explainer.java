package com.pfavanguard.history.domain;

import com.pfavanguard.history.domain.Explanation.Cause;
import com.pfavanguard.history.domain.Explanation.Choice;
import com.pfavanguard.history.domain.Explanation.Next;
import com.pfavanguard.history.domain.Explanation.State;
import com.pfavanguard.history.domain.Explanation.Step;
import com.pfavanguard.history.domain.SyncFacts.Conflict;
import com.pfavanguard.history.domain.SyncFacts.Edit;
import com.pfavanguard.history.domain.SyncFacts.Mirrored;
import com.pfavanguard.history.domain.SyncFacts.Queued;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns facts into exactly one state with one cause, whatever the facts. */
public final class Explainer {
  private Explainer() {}

  public static Explanation explain(SyncFacts facts) {
    Edit edit = facts.edit();
    if (edit == null) {
      return withoutEdit(facts);
    }
    return switch (edit.status()) {
      case draft -> draft(facts, edit);
      case queued -> WhyWaiting.explain(facts);
      case syncing -> syncing(facts.queue(), facts);
      case synced -> synced(facts, edit);
      case conflict -> conflict(facts.conflict());
      case awaiting_approval -> awaitingApproval(facts.conflict());
      case failed -> failed(facts.queue());
      case superseded ->
          new Explanation(
              State.superseded,
              Cause.folded,
              "It was folded into a later edit of " + edit.author() + " before it was written.",
              null,
              List.of());
      case discarded ->
          new Explanation(
              State.discarded,
              Cause.given_up,
              "It was given up"
                  + (edit.closedBy() == null ? "" : " by " + edit.closedBy())
                  + (edit.reason() == null ? "." : ": " + edit.reason()),
              null,
              List.of());
    };
  }

  private static Explanation withoutEdit(SyncFacts facts) {
    Next read = new Next(Step.read, facts.surroundings().nextReadAt());
    return switch (facts.record()) {
      case Mirrored.NeverRead() ->
          new Explanation(
              State.never_read,
              Cause.never_read,
              "The organization has not been read from PEMS yet.",
              facts.surroundings().nextReadAt() == null ? null : read,
              List.of(Choice.start_read));
      case Mirrored.Removed(var version, var removedAt) ->
          new Explanation(
              State.tombstone,
              Cause.record_removed,
              "PEMS no longer had the record at the read of " + removedAt + ".",
              null,
              List.of(Choice.start_read));
      case Mirrored.Present(var version, var refreshedAt) ->
          new Explanation(
              State.synced,
              Cause.as_read,
              "It is as PEMS had it at " + refreshedAt + ", version " + version + ".",
              facts.surroundings().nextReadAt() == null ? null : read,
              List.of());
    };
  }

  private static Explanation synced(SyncFacts facts, Edit edit) {
    if (edit.overtook() > 0) {
      return writtenOver(edit);
    }
    return new Explanation(
        State.synced,
        Cause.written_here,
        "PEMS confirmed the edit of "
            + edit.author()
            + (edit.syncedVersion() == null ? "." : " as version " + edit.syncedVersion() + "."),
        facts.surroundings().nextReadAt() == null
            ? null
            : new Next(Step.read, facts.surroundings().nextReadAt()),
        List.of());
  }

  private static Explanation writtenOver(Edit edit) {
    return new Explanation(
        State.synced,
        Cause.written_over_unseen,
        "PEMS holds the edit of "
            + edit.author()
            + ", but "
            + edit.overtook()
            + (edit.overtook() == 1 ? " change was" : " changes were")
            + " made there in the moment of writing and overwritten unseen, for this tenant does not check the"
            + " recordid. Compare the record with whoever works in PEMS; its history has the version before.",
        null,
        List.of());
  }

  private static Explanation draft(SyncFacts facts, Edit edit) {
    return switch (facts.record()) {
      case Mirrored.Present(var version, var at) when version > edit.baseVersion() ->
          draft(
              Cause.base_moved_on,
              "The draft is not committed, and PEMS has moved on from version "
                  + edit.baseVersion()
                  + " to "
                  + version
                  + "; other fields merge, the same field becomes a conflict.",
              List.of(Choice.commit_draft, Choice.discard_draft));
      case Mirrored.Present present ->
          draft(
              Cause.not_committed,
              "The draft is private until it is committed.",
              List.of(Choice.commit_draft, Choice.discard_draft));
      case Mirrored.Removed removed ->
          draft(
              Cause.record_removed,
              "PEMS no longer has the record, so the draft cannot be committed.",
              List.of(Choice.discard_draft));
      case Mirrored.NeverRead() ->
          draft(
              Cause.record_removed,
              "The record is not in the mirror, so the draft cannot be committed.",
              List.of(Choice.discard_draft));
    };
  }

  private static Explanation draft(Cause cause, String message, List<Choice> choices) {
    return new Explanation(State.draft, cause, message, null, choices);
  }

  private static Explanation syncing(@Nullable Queued queue, SyncFacts facts) {
    if (queue == null || !queue.status().equals("processing")) {
      return inconsistent(State.syncing, "No worker holds the edit although it is in hand.");
    }
    String worker = queue.worker() == null ? "A worker" : "Worker " + queue.worker();
    if (queue.leasedUntil() == null || queue.leasedUntil().isBefore(facts.now())) {
      boolean another = facts.surroundings().workerLives();
      return new Explanation(
          State.syncing,
          Cause.worker_silent,
          worker
              + " had it in hand and has fallen silent; "
              + (another ? "another takes it over." : "no other is running to take it over."),
          another ? new Next(Step.reclaim, null) : null,
          another ? List.of() : List.of(Choice.ask_an_operator));
    }
    return new Explanation(
        State.syncing,
        Cause.being_written,
        worker + " is writing it to PEMS.",
        new Next(Step.write, null),
        List.of());
  }

  private static Explanation conflict(@Nullable Conflict conflict) {
    if (conflict == null) {
      return inconsistent(State.conflict, "The conflict of this edit is not recorded.");
    }
    return new Explanation(
        State.conflict,
        Cause.same_fields_changed,
        (conflict.pemsChangedBy() == null ? "Somebody" : conflict.pemsChangedBy())
            + " changed the same in PEMS"
            + (conflict.fields().isEmpty() ? "" : ": " + String.join(", ", conflict.fields()))
            + ".",
        null,
        List.of(Choice.resolve_conflict));
  }

  private static Explanation awaitingApproval(@Nullable Conflict conflict) {
    if (conflict == null || conflict.proposedBy() == null) {
      return inconsistent(State.awaiting_approval, "The proposed resolution is not recorded.");
    }
    return new Explanation(
        State.awaiting_approval,
        Cause.second_person,
        conflict.proposedBy() + " proposed a resolution of high value; a second person must agree.",
        null,
        conflict.proposalIsOwn()
            ? List.of(Choice.resolve_conflict)
            : List.of(Choice.approve_resolution, Choice.reject_resolution));
  }

  private static Explanation failed(@Nullable Queued queue) {
    if (queue == null || queue.errorCode() == null) {
      return inconsistent(State.dead_letter, "Why the edit failed is not recorded.");
    }
    boolean refused =
        switch (queue.errorCode()) {
          case "rejected", "record_not_found", "needs_confirmation" -> true;
          default -> false;
        };
    return new Explanation(
        State.dead_letter,
        refused ? Cause.pems_refused : Cause.tries_used_up,
        (refused ? "PEMS refused it: " : "After " + queue.attempts() + " attempts: ")
            + (queue.errorMessage() == null ? "no reason was recorded." : queue.errorMessage()),
        null,
        List.of(Choice.edit_and_replay, Choice.replay, Choice.discard_edit));
  }

  static Explanation inconsistent(State state, String message) {
    return new Explanation(
        state, Cause.inconsistent, message, null, List.of(Choice.ask_an_operator));
  }
}
