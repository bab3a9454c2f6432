package com.pfavanguard.trial.stage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Many organizations, and somebody who may look into all of them. */
record Portfolio(int organizations, String executive) {

  /** As an operator does it: there is no other way to make organizations. */
  void make(String ownerUrl) throws SQLException {
    try (Connection connection = new Login(ownerUrl).connect()) {
      execute(
          connection,
          """
          INSERT INTO organization (id, name, pems_organization)
          SELECT 'ORG' || n, 'Project ' || n, 'ORG' || n
            FROM generate_series(1, ? - (SELECT count(*) FROM organization)) n
          """,
          organizations);
      execute(
          connection,
          "UPDATE user_account SET system_role = 'portfolio_executive' WHERE username = ?",
          executive);
    }
  }

  private static void execute(Connection connection, String sql, Object parameter)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, parameter);
      if (statement.executeUpdate() == 0) {
        throw new SQLException("changed nothing: " + sql);
      }
    }
  }
}
