package com.pfavanguard.release.story;

import java.util.Locale;
import java.util.Optional;

/** What an entry of the journal says; {@code docs/releasing.md} lists their fields. */
public enum Kind {
  /** The plan, pinned: what is deployed, by which definition, who may speak. */
  BEGUN,
  /** Another runner goes on after a crash or a stop. */
  RESUMED,
  /** The plan is another one since: approvals given before are void. */
  REPLANNED,
  PHASE_BEGUN,
  PHASE_ENDED,
  STEP_BEGUN,
  STEP_ENDED,
  /** On disk before the act begins. */
  ACT_INTENDED,
  ACTED,
  /** An actor looked, without effect. */
  OBSERVED,
  MEASURED,
  /** A gate is open: by its verdicts, or by two persons. */
  GATE_OPENED,
  /** Somebody said something, with a good signature. */
  TOLD,
  /** Somebody said something that counts for nothing, and why. */
  NOT_TAKEN,
  /** The time of people begins: it is no step's budget. */
  WAITING,
  WAITED,
  WARNED,
  BREACHED,
  /** A rollback trigger holds. */
  FIRED,
  /** Nothing goes on until somebody decides, or the deadline does. */
  HELD,
  DECIDED,
  GOING_BACK,
  UNDO_INTENDED,
  UNDONE,
  WENT_BACK,
  /** How often was looked since the last such entry. */
  WATCHED,
  ENDED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for entries that the journal writes by itself. */
  static Optional<Kind> of(String word) {
    for (Kind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
