package com.pfavanguard.ingest.run;

import com.pfavanguard.identity.Organization;
import com.pfavanguard.identity.Organizations;
import com.pfavanguard.ingest.Drift;
import com.pfavanguard.ingest.store.IntegrityStore;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.pems.SchemaHolds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * {@code pfa_data_integrity_violations{check}}: records that differed from PEMS at the newest
 * comparison of their organization and were not healed, over all organizations; and fields on hold
 * because PEMS has changed them.
 */
@Component
@Role.Server
class IntegrityMetrics {
  private static final String HELD = "schema_drift";

  private final Organizations organizations;
  private final IntegrityStore integrity;
  private final Tenancy tenancy;
  private final SchemaHolds holds;
  private volatile Map<String, Long> open = Map.of();

  IntegrityMetrics(
      Organizations organizations,
      IntegrityStore integrity,
      Tenancy tenancy,
      SchemaHolds holds,
      MeterRegistry meters) {
    this.organizations = organizations;
    this.integrity = integrity;
    this.tenancy = tenancy;
    this.holds = holds;
    Stream.concat(Arrays.stream(Drift.Kind.values()).map(Drift.Kind::name), Stream.of(HELD))
        .forEach(
            check ->
                Gauge.builder("pfa.data.integrity.violations", () -> open.getOrDefault(check, 0L))
                    .description("Records that are not as PEMS has them, and fields on hold")
                    .tag("check", check)
                    .register(meters));
  }

  @Scheduled(fixedDelayString = "${vanguard.ingest.metrics-interval}")
  void refresh() {
    List<String> all = organizations.findAll().stream().map(Organization::id).toList();
    Map<String, Long> now = new HashMap<>(tenancy.within(all, integrity::openDrifts));
    now.put(HELD, (long) holds.open().size());
    open = now;
  }
}
