package com.pfavanguard.writeback.worker;

import com.pfavanguard.identity.Organization;
import com.pfavanguard.identity.Organizations;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.pems.PemsTarget;
import org.springframework.stereotype.Component;

/** Where an organization's edits go: from the server's own configuration, never from a request. */
@Component
@Role.Worker
class PemsTargets {
  private final Organizations organizations;
  private final PemsConnections connections;

  PemsTargets(Organizations organizations, PemsConnections connections) {
    this.organizations = organizations;
    this.connections = connections;
  }

  PemsTarget of(String organizationId) {
    Organization organization = organizations.find(organizationId);
    return connections.target(organization.pemsConnection(), organization.pemsOrganization());
  }
}
