package com.pfavanguard.ingest.run;

import com.pfavanguard.identity.Organization;
import com.pfavanguard.identity.Organizations;
import com.pfavanguard.ingest.HeldFields;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.pems.FieldHold;
import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.pems.SchemaHolds;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Holds belong to PEMS connections; organizations see those of theirs. */
@Component
@Role.Server
public class OrganizationHolds implements HeldFields {
  private final Organizations organizations;
  private final PemsConnections connections;
  private final SchemaChecks checks;
  private final SchemaHolds holds;

  OrganizationHolds(
      Organizations organizations,
      PemsConnections connections,
      SchemaChecks checks,
      SchemaHolds holds) {
    this.organizations = organizations;
    this.connections = connections;
    this.checks = checks;
    this.holds = holds;
  }

  @Override
  public List<Held> of(String organizationId) {
    return holds(organizations.find(organizationId))
        .map(
            hold ->
                new Held(
                    hold.holdId(),
                    hold.field().apiName(),
                    hold.reason().name(),
                    hold.detail(),
                    hold.detectedAt()))
        .toList();
  }

  @Override
  public boolean accept(String organizationId, long holdId) {
    Organization organization = organizations.find(organizationId);
    boolean accepted =
        holds(organization)
            .filter(hold -> hold.holdId() == holdId)
            .findFirst()
            .filter(hold -> hold.reason() != FieldHold.Reason.missing)
            .map(holds::accept)
            .isPresent();
    if (accepted) {
      check(organization);
    }
    return accepted;
  }

  /** When PEMS cannot be asked now, the next look finds out. */
  private void check(Organization organization) {
    PemsTarget target =
        connections.target(organization.pemsConnection(), organization.pemsOrganization());
    var _ = checks.check(target);
  }

  /** Looks at every connection that has holds, so that they end soon after their cause. */
  public void checkAll() {
    List<String> held = holds.open().stream().map(FieldHold::connectionId).distinct().toList();
    for (String connectionId : held) {
      organizations.findAll().stream()
          .filter(organization -> organization.pemsConnection().equals(connectionId))
          .findFirst()
          .ifPresent(this::check);
    }
  }

  private Stream<FieldHold> holds(Organization organization) {
    return holds.open().stream()
        .filter(hold -> hold.connectionId().equals(organization.pemsConnection()));
  }
}
