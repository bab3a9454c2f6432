package com.pfavanguard.writeback.worker;

import com.pfavanguard.identity.Organization;
import com.pfavanguard.identity.Organizations;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.pems.ConnectionStates;
import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.writeback.domain.Room;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Where edits go, from the server's own configuration and never from a request, and how many each
 * connection takes now.
 */
@Component
@Role.Worker
class PemsTargets {
  private static final int LEAST = 8;

  private final Organizations organizations;
  private final PemsConnections connections;
  private final ConnectionStates states;
  private final WorkerProperties properties;

  PemsTargets(
      Organizations organizations,
      PemsConnections connections,
      ConnectionStates states,
      WorkerProperties properties) {
    this.organizations = organizations;
    this.connections = connections;
    this.states = states;
    this.properties = properties;
  }

  PemsTarget of(String organizationId) {
    Organization organization = organizations.find(organizationId);
    return connections.target(organization.pemsConnection(), organization.pemsOrganization());
  }

  /**
   * What may be claimed beside what is in flight; nothing for a connection that cannot be called.
   */
  List<Room> rooms(InFlight inFlight) {
    return connections.all().stream()
        .map(
            connection ->
                new Room(connection.id(), most(connection) - inFlight.size(connection.id())))
        .filter(room -> room.edits() > 0 && states.callable(room.connection()))
        .toList();
  }

  /**
   * Two seconds of requests, so that a slow tenant is kept busy and claims do not wait for long
   * beyond their turn; and never another connection's part.
   */
  private int most(PemsConnection connection) {
    int part = Math.max(1, properties.maxInFlight() / connections.all().size());
    return Math.min(part, Math.max(LEAST, 2 * connection.limits().requestsPerSecond()));
  }
}
