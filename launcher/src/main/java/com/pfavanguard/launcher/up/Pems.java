package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.data.Secret;
import com.pfavanguard.launcher.data.Secrets;
import tools.jackson.databind.JsonNode;

/**
 * The PEMS that the processes of one run talk to: the simulator.
 *
 * @param url the REST base
 */
record Pems(String url, String tenant, String user, String password) {
  static final String DEMO_TENANT = "DEMO";
  static final String DEMO_USER = "vanguard";
  static final int REQUESTS_PER_SECOND = 200;

  static Pems simulated(int port, Secrets secrets) {
    return new Pems(
        Addresses.http(port) + "/axis/restservices",
        DEMO_TENANT,
        DEMO_USER,
        secrets.of(Secret.PEMS));
  }

  /** The one of a running {@code up}. */
  static Pems of(JsonNode simulator) {
    String[] credentials = simulator.path("basicAuth").asString("").split(":", 2);
    return new Pems(
        simulator.path("url").asString(),
        simulator.path("tenant").asString(),
        credentials[0],
        credentials[credentials.length - 1]);
  }

  /** Scheme, host and port. */
  String origin() {
    return url.replaceFirst("(://[^/]*).*", "$1");
  }

  String basicAuth() {
    return user + ":" + password;
  }
}
