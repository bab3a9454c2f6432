package com.pfavanguard.conflict;

import com.pfavanguard.conflict.store.ConflictReadStore;
import com.pfavanguard.conflict.store.ConflictStore;
import com.pfavanguard.conflict.store.ResolutionStore;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.Tenancy;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Conflicts, inside the transaction of the module that meets or resolves them. */
@Service
public class Conflicts {
  private final Tenancy tenancy;
  private final ConflictStore store;
  private final ConflictReadStore reads;
  private final ResolutionStore resolutions;

  Conflicts(
      Tenancy tenancy, ConflictStore store, ConflictReadStore reads, ResolutionStore resolutions) {
    this.tenancy = tenancy;
    this.store = store;
    this.reads = reads;
    this.resolutions = resolutions;
  }

  /** Opens conflicts that wait for a person. */
  public void open(List<DetectedConflict> conflicts) {
    store.insert(conflicts, "unresolved");
  }

  /** Remembers edits that merged by themselves because the changes were disjoint. */
  public void rememberMerged(List<DetectedConflict> merges) {
    store.insert(merges, "resolved_auto");
  }

  /** How many wait for a person in the organization. */
  public long countUnresolved(String organizationId) {
    return tenancy.within(organizationId, () -> store.countUnresolved(organizationId));
  }

  public Optional<Conflict> find(Collection<String> organizations, UUID id) {
    return reads.find(organizations, id);
  }

  /** The same; nobody else can resolve it until the transaction ends. */
  public Optional<Conflict> lock(Collection<String> organizations, UUID id) {
    return reads.lock(organizations, id);
  }

  /**
   * Unresolved ones without a proposal, oldest first, that overlap in no field but these; locked.
   */
  public List<Conflict> lockCovered(String organizationId, Collection<PfaField> fields, int limit) {
    return reads.lockCovered(organizationId, fields, limit);
  }

  /**
   * Ends conflicts.
   *
   * @throws IllegalStateException when one of them was not unresolved; nothing may be queued then
   */
  public void close(List<Resolved> resolved, UUID by, @Nullable String reason) {
    if (!resolved.isEmpty() && resolutions.close(resolved, by, reason) != resolved.size()) {
      throw new IllegalStateException("A conflict was resolved twice");
    }
  }

  /** Keeps resolutions until a second person decides. */
  public void propose(List<Resolved> proposed, UUID by, @Nullable String reason) {
    if (!proposed.isEmpty()) {
      resolutions.propose(proposed, by, reason);
    }
  }

  /** Records what the second person said. */
  public void decide(
      Conflict.Proposal proposal, boolean approved, UUID by, @Nullable String reason) {
    resolutions.decide(proposal, approved ? "approved" : "rejected", by, reason);
  }
}
