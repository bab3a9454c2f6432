package com.pfavanguard.history.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that bears on whether a record is in sync, as of one moment. Nothing here is taken to
 * be consistent: an explanation exists for every combination.
 *
 * @param now the database's clock
 * @param edit the edit to explain; null when none is open
 * @param queue its queue row
 * @param conflict its unresolved conflict
 */
public record SyncFacts(
    Instant now,
    Mirrored record,
    @Nullable Edit edit,
    @Nullable Queued queue,
    @Nullable Conflict conflict,
    Surroundings surroundings) {

  /** The record in the mirror. */
  public sealed interface Mirrored {
    /** Not in the mirror, because nothing of the organization was ever read. */
    record NeverRead() implements Mirrored {}

    record Present(long version, Instant refreshedAt) implements Mirrored {}

    record Removed(long version, Instant removedAt) implements Mirrored {}
  }

  /** The states of an edit as stored. */
  public enum Status {
    draft,
    queued,
    syncing,
    synced,
    superseded,
    conflict,
    awaiting_approval,
    failed,
    discarded
  }

  /**
   * @param overtook versions that PEMS let it be written over and nobody here has seen
   * @param closedBy who gave it up
   * @param supersededBy the edit that it was folded into
   */
  public record Edit(
      UUID modificationId,
      Status status,
      boolean own,
      String author,
      long baseVersion,
      Instant changedAt,
      @Nullable Long syncedVersion,
      long overtook,
      @Nullable String closedBy,
      @Nullable UUID supersededBy,
      @Nullable String reason) {}

  /**
   * @param id also that of the dead letter, when it failed
   * @param status pending, processing, completed or failed
   * @param attempts tries that failed
   * @param errorCode of the last failure
   * @param earlierAuthor whose earlier edit of the record is still open
   * @param ahead rows of the organization that are due before it
   */
  public record Queued(
      long id,
      String status,
      int attempts,
      Instant scheduledAt,
      @Nullable Instant leasedUntil,
      @Nullable String worker,
      @Nullable String errorCode,
      @Nullable String errorMessage,
      @Nullable String earlierAuthor,
      long ahead) {}

  /**
   * @param proposedBy who proposed a resolution that waits for a second person
   * @param proposalIsOwn whether that is the caller, who may not agree to it then
   */
  public record Conflict(
      UUID conflictId,
      List<String> fields,
      @Nullable String pemsChangedBy,
      @Nullable String proposedBy,
      boolean proposalIsOwn) {}

  /**
   * @param autoSync for everybody
   * @param paused for the organization
   * @param heldFields fields of the edit whose place in PEMS has changed
   * @param probeAt when a broken connection is tried again; null while it works
   * @param heldUntil until when PEMS asked to be left alone
   * @param nextReadAt when PEMS is read again by itself
   */
  public record Surroundings(
      boolean autoSync,
      boolean paused,
      boolean workerLives,
      List<String> heldFields,
      @Nullable Instant probeAt,
      @Nullable Instant heldUntil,
      @Nullable Instant nextReadAt) {}
}
