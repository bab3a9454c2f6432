package com.pfavanguard.conflict;

import com.pfavanguard.conflict.store.ConflictStore;
import com.pfavanguard.kernel.Tenancy;
import java.util.List;
import org.springframework.stereotype.Service;

/** Records conflicts, inside the transaction of the module that met them. */
@Service
public class Conflicts {
  private final Tenancy tenancy;
  private final ConflictStore store;

  Conflicts(Tenancy tenancy, ConflictStore store) {
    this.tenancy = tenancy;
    this.store = store;
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
}
