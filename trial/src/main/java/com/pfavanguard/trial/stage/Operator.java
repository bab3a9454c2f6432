package com.pfavanguard.trial.stage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The operator's psql: looks, and changes nothing. */
public final class Operator {
  private final Login database;

  Operator(String databaseUrl) {
    this.database = new Login(databaseUrl);
  }

  /** The queue in numbers; equal ones mean that nothing has moved. */
  public record Queue(long waiting, long processing, long touched) {
    public boolean empty() {
      return waiting + processing == 0;
    }
  }

  public Queue queue() throws SQLException {
    String query =
        """
        SELECT count(*) FILTER (WHERE status = 'pending'), count(*) FILTER (WHERE status = 'processing'),
               coalesce(sum(lease_number + attempts), 0) FROM pfa_write_queue
        """;
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new Queue(row.getLong(1), row.getLong(2), row.getLong(3));
    }
  }

  /** How many rows each worker has in its hands, by the name it signs with. */
  public Map<String, Integer> hands() throws SQLException {
    String query =
        """
        SELECT lease_owner, count(*) FROM pfa_write_queue WHERE status = 'processing' GROUP BY lease_owner
        """;
    Map<String, Integer> hands = new HashMap<>();
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        hands.put(row.getString(1), row.getInt(2));
      }
    }
    return hands;
  }

  private Connection connect() throws SQLException {
    Connection connection = database.connect();
    connection.setReadOnly(true);
    return connection;
  }
}
