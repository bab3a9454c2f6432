package com.pfavanguard.ingest.schedule;

import com.pfavanguard.flags.Flags;
import com.pfavanguard.identity.Organization;
import com.pfavanguard.identity.Organizations;
import com.pfavanguard.ingest.ReadSync;
import com.pfavanguard.ingest.ReadTimes;
import com.pfavanguard.ingest.ReadWish;
import com.pfavanguard.ingest.domain.Timetable;
import com.pfavanguard.ingest.store.ReadScheduleStore;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Starts the reads whose time has come, those that waited longest first. */
@Component
@Role.Server
class ScheduledReads implements ReadTimes {
  private final Organizations organizations;
  private final ReadSync reads;
  private final ReadScheduleStore schedules;
  private final Tenancy tenancy;
  private final Rules rules;

  ScheduledReads(
      Organizations organizations,
      ReadSync reads,
      ReadScheduleStore schedules,
      Tenancy tenancy,
      Rules rules) {
    this.organizations = organizations;
    this.reads = reads;
    this.schedules = schedules;
    this.tenancy = tenancy;
    this.rules = rules;
  }

  /** What says whether anything is due. */
  @Component
  @Role.Server
  record Rules(ScheduleProperties properties, Flags flags, Clock clock) {
    private Timetable timetable() {
      return new Timetable(properties.incrementalEvery(), properties.fullAt());
    }

    private boolean reads(String organizationId) {
      return properties.enabled() && flags.runs(Flags.AUTO_READ, organizationId);
    }
  }

  /** Only one server at a time does this: whoever picked the recurring work. */
  void startDue() {
    List<ReadScheduleStore.Plan> plans =
        plans(organizations.findAll().stream().map(Organization::id).toList());
    long room =
        rules.properties().atOnce()
            - plans.stream().filter(ReadScheduleStore.Plan::running).count();
    Instant now = rules.clock().instant();
    plans.stream()
        .filter(plan -> !plan.running() && !plan.next().at().isAfter(now))
        .filter(plan -> rules.reads(plan.organizationId()))
        .sorted(Comparator.comparing(plan -> plan.next().at()))
        .limit(Math.max(0, room))
        .forEach(
            plan -> reads.start(ReadWish.scheduled(plan.organizationId(), plan.next().type())));
  }

  @Override
  public Optional<Instant> next(String organizationId) {
    return rules.reads(organizationId)
        ? plans(List.of(organizationId)).stream().map(plan -> plan.next().at()).findFirst()
        : Optional.empty();
  }

  private List<ReadScheduleStore.Plan> plans(List<String> organizationIds) {
    return tenancy.within(
        organizationIds, () -> schedules.plans(organizationIds, rules.timetable()));
  }
}
