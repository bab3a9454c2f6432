package com.pfavanguard.ingest;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Comparing the whole mirror of an organization with PEMS: every difference is found and told,
 * those where the mirror is merely behind are healed.
 */
public interface Reconciliations {
  /**
   * Starts a comparison in the background.
   *
   * @param requestedBy the user; null for a schedule
   */
  ReconciliationStart start(String organizationId, SyncTrigger trigger, @Nullable UUID requestedBy);

  /** The comparison of this id if it belongs to one of the organizations. */
  Optional<Reconciliation> find(Collection<String> organizationIds, UUID reconciliationId);

  /** The newest comparisons of the organization. */
  List<Reconciliation> newest(String organizationId, int limit);

  /**
   * The records that differed, in the order they were found.
   *
   * @param after the drift to go on behind, 0 for the first
   */
  List<Drift> drifts(Reconciliation reconciliation, long after, int limit);
}
