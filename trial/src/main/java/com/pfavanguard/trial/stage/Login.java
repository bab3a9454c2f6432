package com.pfavanguard.trial.stage;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** An address of the database with a role and its password. */
final class Login {
  private final String url;
  private final Properties properties = new Properties();

  /**
   * @param databaseUrl as in {@code DATABASE_URL}
   */
  Login(String databaseUrl) {
    URI address = URI.create(databaseUrl);
    String[] user = address.getUserInfo().split(":", 2);
    this.url =
        "jdbc:postgresql://%s:%d%s"
            .formatted(address.getHost(), address.getPort(), address.getPath());
    properties.setProperty("user", user[0]);
    properties.setProperty("password", user[1]);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "30");
  }

  Connection connect() throws SQLException {
    Connection connection = new Driver().connect(url, properties);
    if (connection == null) {
      throw new SQLException("not an address of this driver");
    }
    return connection;
  }
}
