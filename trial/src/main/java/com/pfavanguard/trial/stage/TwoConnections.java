package com.pfavanguard.trial.stage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How servers and workers are told of both tenants, and which organization is on the second one.
 *
 * @param mainUrl where they find the main tenant
 */
record TwoConnections(Budget budget, String mainUrl, String secondUrl) {
  private static final String NAME = "second";
  private static final String MAIN = "VANGUARD_PEMS_";
  private static final String SECOND = "VANGUARD_PEMS_CONNECTIONS_SECOND_";

  /**
   * @param known the settings of a process, with the login of its main connection
   */
  Map<String, String> settings(Map<String, String> known) {
    Map<String, String> settings = new HashMap<>();
    settings.put("PEMS_BASE_URL", mainUrl);
    settings.put(MAIN + "REQUESTS_PER_SECOND", Integer.toString(budget.main()));
    settings.put(MAIN + "BURST", Integer.toString(budget.main()));
    settings.put(SECOND + "BASEURL", secondUrl);
    settings.put(SECOND + "REQUESTSPERSECOND", Integer.toString(budget.second()));
    settings.put(SECOND + "BURST", Integer.toString(budget.second()));
    for (String same : List.of("TENANT", "USERNAME", "PASSWORD", "TIMEOUT")) {
      settings.put(SECOND + same, known.getOrDefault(MAIN + same, ""));
    }
    return settings;
  }

  /** As an operator does it once, before the organization is read for the first time. */
  static void assign(String organization, String ownerUrl) throws SQLException {
    try (Connection connection = new Login(ownerUrl).connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE organization SET pems_connection = ? WHERE id = ?")) {
      statement.setString(1, NAME);
      statement.setString(2, organization);
      if (statement.executeUpdate() != 1) {
        throw new SQLException("there is no organization " + organization);
      }
    }
  }
}
