package com.pfavanguard.writeback;

import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.records.Modifications;
import com.pfavanguard.records.NewEdit;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Commits edits that were never drafts, by the same queue and conflict check. */
@Service
public class CommitEdits {
  private final CommitTransactions transactions;
  private final Modifications modifications;
  private final Queueing queueing;

  CommitEdits(CommitTransactions transactions, Modifications modifications, Queueing queueing) {
    this.transactions = transactions;
    this.modifications = modifications;
    this.queueing = queueing;
  }

  /**
   * Commits all or none. A draft of the caller on the same record stays.
   *
   * @param edits works out and judges what to commit; run inside the transaction, again when
   *     another commit of the caller came in between
   * @throws com.pfavanguard.kernel.ApiException 403 without Sync
   */
  public CommitDrafts.Committed commit(
      OrganizationAccess access, Occasion occasion, Supplier<List<NewEdit>> edits) {
    access.require(Permission.Sync);
    return transactions.run(
        access,
        () ->
            queueing.add(
                access, occasion, modifications.commitNew(access, edits.get(), occasion.jobId())));
  }
}
