package com.pfavanguard.writeback;

import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.records.Modifications;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * "Save &amp; Sync": drafts become queued edits, all or none, in one transaction with their queue
 * rows.
 */
@Service
public class CommitDrafts {
  private final CommitTransactions transactions;
  private final Modifications modifications;
  private final Queueing queueing;

  CommitDrafts(CommitTransactions transactions, Modifications modifications, Queueing queueing) {
    this.transactions = transactions;
    this.modifications = modifications;
    this.queueing = queueing;
  }

  /** What was queued, and how much waits in the organization now. */
  public record Committed(UUID jobId, int queuedCount, long queueSize) {}

  /**
   * Commits drafts of the caller. Waiting edits of the same author on the same record fold into the
   * new ones.
   *
   * @param modificationIds which; null for all of the organization
   * @throws ApiException 403 without Sync, 404 for an id that is no draft of the caller's, 422 when
   *     a draft breaks a rule against the record as it is now
   */
  public Committed commit(
      OrganizationAccess access, @Nullable List<UUID> modificationIds, @Nullable String reason) {
    access.require(Permission.Sync);
    Occasion occasion = Occasion.ofDrafts();
    return transactions.run(
        access,
        () ->
            queueing.add(
                access,
                occasion,
                modifications.commitDrafts(access, modificationIds, occasion.jobId(), reason)));
  }
}
