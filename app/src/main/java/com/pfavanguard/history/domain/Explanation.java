package com.pfavanguard.history.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a record is, or is not, in sync.
 *
 * @param message one sentence for the planner
 * @param next what happens by itself; null when only a person can go on, or nothing is left to do
 * @param choices what a person may do, the likeliest first; permissions are not yet considered
 */
public record Explanation(
    State state, Cause cause, String message, @Nullable Next next, List<Choice> choices) {

  /** The names in the API. */
  public enum State {
    synced,
    draft,
    queued,
    syncing,
    conflict,
    awaiting_approval,
    dead_letter,
    superseded,
    discarded,
    tombstone,
    never_read
  }

  /** Stable codes. */
  public enum Cause {
    as_read,
    written_here,
    written_over_unseen,
    not_committed,
    base_moved_on,
    record_removed,
    never_read,
    auto_sync_off,
    auto_sync_paused,
    no_live_worker,
    connection_broken,
    schema_hold,
    pems_asked_to_wait,
    behind_earlier_edit,
    retry_waiting,
    its_turn,
    being_written,
    worker_silent,
    same_fields_changed,
    second_person,
    pems_refused,
    tries_used_up,
    folded,
    given_up,
    inconsistent
  }

  /** What happens by itself, and when; a null moment means as soon as it can. */
  public record Next(Step step, @Nullable Instant at) {}

  /** Stable codes of what the system does by itself. */
  public enum Step {
    read,
    write,
    retry,
    probe_connection,
    reclaim
  }

  /** What a person may do; see the API description for each. */
  public enum Choice {
    commit_draft,
    discard_draft,
    hurry,
    resume_auto_sync,
    resolve_conflict,
    approve_resolution,
    reject_resolution,
    replay,
    edit_and_replay,
    discard_edit,
    accept_schema_change,
    start_read,
    ask_an_operator
  }
}
