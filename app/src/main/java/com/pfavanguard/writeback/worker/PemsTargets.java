package com.pfavanguard.writeback.worker;

import com.pfavanguard.identity.Organization;
import com.pfavanguard.identity.Organizations;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.pems.ConnectionStates;
import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.pems.WriteCircuit;
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

  /** One place in so many is kept for organizations that have nothing in flight. */
  private static final int KEPT_PART = 8;

  private final Organizations organizations;
  private final PemsConnections connections;
  private final ConnectionStates states;
  private final WriteCircuit writes;
  private final WorkerProperties properties;

  PemsTargets(
      Organizations organizations,
      PemsConnections connections,
      ConnectionStates states,
      WriteCircuit writes,
      WorkerProperties properties) {
    this.organizations = organizations;
    this.connections = connections;
    this.states = states;
    this.writes = writes;
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
        .filter(connection -> states.callable(connection.id()))
        .map(connection -> room(connection, inFlight.size(connection.id())))
        .filter(room -> room.edits() + room.newcomers() > 0)
        .toList();
  }

  private Room room(PemsConnection connection, int inFlight) {
    int most = most(connection);
    int free = Math.min(most - inFlight, writes.admitted(connection.id()));
    int kept = Math.clamp(free, 0, most / KEPT_PART);
    return new Room(connection.id(), Math.max(0, free - kept), kept);
  }

  /**
   * Two seconds of requests, so that a slow tenant is kept busy and claims do not wait for long
   * beyond their turn; twice the calls it bears at once, for more would only wait; and never
   * another connection's part.
   */
  private int most(PemsConnection connection) {
    PemsConnection.Limits limits = connection.limits();
    int part = Math.max(1, properties.maxInFlight() / connections.all().size());
    int useful = Math.min(2 * limits.requestsPerSecond(), 2 * limits.sessions());
    return Math.min(part, Math.max(LEAST, useful));
  }
}
