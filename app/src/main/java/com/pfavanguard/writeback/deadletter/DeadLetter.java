package com.pfavanguard.writeback.deadletter;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaKey;
import com.pfavanguard.pems.PemsAnswer;
import com.pfavanguard.writeback.domain.SentRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edit whose tries are used up, or that PEMS refused.
 *
 * @param id of its queue row, which is also its place in the commit order
 * @param replays how often a person sent it on its way again
 */
record DeadLetter(long id, PfaKey key, UUID jobId, int replays, Edit edit, Failure failure) {

  /** What its author wanted. */
  record Edit(
      UUID modificationId,
      String author,
      Instant committedAt,
      @Nullable String reason,
      long baseVersion,
      FieldValues base,
      FieldValues payload) {}

  /**
   * Why it is dead.
   *
   * @param cause a stable code by kind of failure
   * @param message what PEMS said, in words
   * @param attempts since it was last sent on its way
   * @param answer to the request, without secrets; null when there was none
   */
  record Failure(
      String cause,
      String message,
      int attempts,
      Instant failedAt,
      @Nullable SentRequest request,
      @Nullable PemsAnswer answer) {}

  DeadLetterCursor cursor() {
    return new DeadLetterCursor(failure.failedAt(), id);
  }
}
