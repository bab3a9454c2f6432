package com.pfavanguard.launcher.postgres;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.data.Secrets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the database knows of PEMS by now. Asked of it directly, for every start waits for it. */
public record Mirror(DatabaseAddress address, Secrets secrets) {
  private static final String UNDEFINED_TABLE = "42P01";

  /** Whether no record of the organization has been read yet. */
  public boolean isEmpty(String organization) {
    String query = "SELECT EXISTS (SELECT 1 FROM pfa_mirror WHERE organization_id = ?)";
    try (Connection connection = address.superuser(DatabaseAddress.DATABASE, secrets);
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, organization);
      try (ResultSet rows = statement.executeQuery()) {
        return !(rows.next() && rows.getBoolean(1));
      }
    } catch (SQLException e) {
      if (UNDEFINED_TABLE.equals(e.getSQLState())) {
        return true;
      }
      throw new Refusal("the mirror of PEMS cannot be looked at: " + e.getMessage(), e);
    }
  }
}
