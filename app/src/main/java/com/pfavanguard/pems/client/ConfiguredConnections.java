package com.pfavanguard.pems.client;

import com.pfavanguard.kernel.secret.LiveSecrets;
import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.secrets.SecretName;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The connection under {@code vanguard.pems}, and those under {@code vanguard.pems.connections},
 * with the credentials of this moment.
 */
final class ConfiguredConnections {
  private final Map<String, PemsConnection> byId = new TreeMap<>();
  private final LiveSecrets secrets;

  ConfiguredConnections(
      ConnectionProperties main, Map<String, ConnectionProperties> further, LiveSecrets secrets) {
    this.secrets = secrets;
    add("default", main);
    further.forEach(this::add);
  }

  private void add(String id, ConnectionProperties properties) {
    PemsConnection connection = properties.connection(id);
    if (connection != null) {
      byId.put(id, connection);
    }
  }

  Map<String, PemsConnection> all() {
    Map<String, PemsConnection> all = new TreeMap<>();
    byId.forEach((id, connection) -> all.put(id, signed(connection)));
    return all;
  }

  Optional<PemsConnection> find(String id) {
    return Optional.ofNullable(byId.get(id)).map(this::signed);
  }

  /** After asking the keepers of the secrets. */
  Optional<PemsConnection> renewed(PemsConnection refused) {
    secrets.renewed(SecretName.pemsPassword(refused.id()), refused.credentials().password());
    String key = refused.credentials().apiKey();
    secrets.renewed(SecretName.pemsApiKey(refused.id()), key == null ? "" : key);
    return find(refused.id());
  }

  private PemsConnection signed(PemsConnection connection) {
    PemsConnection.Credentials configured = connection.credentials();
    String password = secrets.text(SecretName.pemsPassword(connection.id()));
    @Nullable String key = secrets.text(SecretName.pemsApiKey(connection.id()));
    return new PemsConnection(
        connection.id(),
        connection.baseUrl(),
        connection.tenant(),
        new PemsConnection.Credentials(
            configured.username(),
            password.isEmpty() ? configured.password() : password,
            key.isEmpty() ? configured.apiKey() : key),
        connection.limits());
  }
}
