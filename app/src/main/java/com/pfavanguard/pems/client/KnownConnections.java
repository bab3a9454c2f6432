package com.pfavanguard.pems.client;

import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.pems.stored.OpenedConnections;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Those of the configuration and those of the database; the configuration wins. */
record KnownConnections(ConfiguredConnections configured, OpenedConnections stored)
    implements PemsConnections {

  @Override
  public PemsTarget target(String connectionId, String organization) {
    return configured
        .find(connectionId)
        .or(() -> Optional.ofNullable(stored.all().get(connectionId)))
        .map(connection -> new PemsTarget(connection, organization))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No PEMS connection '"
                        + connectionId
                        + "' is configured or stored; set PEMS_BASE_URL"));
  }

  @Override
  public Collection<PemsConnection> all() {
    Map<String, PemsConnection> all = new TreeMap<>(stored.all());
    all.putAll(configured.all());
    return all.values();
  }

  @Override
  public Optional<PemsConnection> renewed(PemsConnection refused) {
    Optional<PemsConnection> now =
        configured.find(refused.id()).isPresent()
            ? configured.renewed(refused)
            : stored.fresh(refused.id());
    return now.filter(connection -> !connection.credentials().equals(refused.credentials()));
  }
}
