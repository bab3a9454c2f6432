package com.pfavanguard.ingest.schedule;

import com.pfavanguard.flags.Flags;
import com.pfavanguard.identity.Organization;
import com.pfavanguard.identity.Organizations;
import com.pfavanguard.ingest.Reconciliations;
import com.pfavanguard.ingest.SyncTrigger;
import com.pfavanguard.ingest.store.IntegrityStore;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import java.util.List;
import org.springframework.stereotype.Component;

/** Compares organizations with PEMS in turn, one at a time. */
@Component
@Role.Server
class ScheduledComparisons {
  private final Organizations organizations;
  private final Reconciliations reconciliations;
  private final IntegrityStore integrity;
  private final Tenancy tenancy;
  private final Flags flags;
  private final ScheduleProperties properties;

  ScheduledComparisons(
      Organizations organizations,
      Reconciliations reconciliations,
      IntegrityStore integrity,
      Tenancy tenancy,
      Flags flags,
      ScheduleProperties properties) {
    this.organizations = organizations;
    this.reconciliations = reconciliations;
    this.integrity = integrity;
    this.tenancy = tenancy;
    this.flags = flags;
    this.properties = properties;
  }

  /** Only one server at a time does this: whoever picked the recurring work. */
  void startDue() {
    List<String> wanted =
        organizations.findAll().stream()
            .map(Organization::id)
            .filter(id -> flags.runs(Flags.AUTO_READ, id))
            .toList();
    tenancy
        .within(wanted, () -> integrity.dueForComparison(wanted, properties.reconcileEvery()))
        .ifPresent(id -> reconciliations.start(id, SyncTrigger.schedule, null));
  }
}
