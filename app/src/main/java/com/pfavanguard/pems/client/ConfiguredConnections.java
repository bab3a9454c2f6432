package com.pfavanguard.pems.client;

import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.pems.PemsTarget;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The connection under {@code vanguard.pems}, and those under {@code vanguard.pems.connections}.
 */
final class ConfiguredConnections implements PemsConnections {
  private final Map<String, PemsConnection> byId = new TreeMap<>();

  ConfiguredConnections(ConnectionProperties main, Map<String, ConnectionProperties> further) {
    add("default", main);
    further.forEach(this::add);
  }

  private void add(String id, ConnectionProperties properties) {
    PemsConnection connection = properties.connection(id);
    if (connection != null) {
      byId.put(id, connection);
    }
  }

  @Override
  public PemsTarget target(String connectionId, String organization) {
    PemsConnection connection = byId.get(connectionId);
    if (connection == null) {
      throw new IllegalStateException(
          "No PEMS connection '" + connectionId + "' is configured; set PEMS_BASE_URL");
    }
    return new PemsTarget(connection, organization);
  }

  @Override
  public Collection<PemsConnection> all() {
    return List.copyOf(byId.values());
  }
}
