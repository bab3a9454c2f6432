package com.pfavanguard.pems.stored;

import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.StoredConnection;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection with its secret as it is stored.
 *
 * @param ciphertext in hexadecimal
 */
record ConnectionRow(StoredConnection connection, String ciphertext) {

  /** The connection for use, with its secret in the clear. */
  PemsConnection opened(String secret, Duration timeout) {
    @Nullable String apiKey =
        switch (connection.kind()) {
          case password -> null;
          case api_key -> secret;
        };
    return new PemsConnection(
        connection.id(),
        URI.create(connection.baseUrl().replaceAll("/+$", "")),
        connection.tenant(),
        new PemsConnection.Credentials(connection.username(), apiKey == null ? secret : "", apiKey),
        new PemsConnection.Limits(
            connection.budget().requestsPerSecond(),
            connection.budget().burst(),
            connection.budget().sessions(),
            timeout));
  }
}
