package com.pfavanguard.kernel.database;

import com.pfavanguard.kernel.secret.LiveSecrets;
import com.pfavanguard.secrets.DatabaseAddress;
import com.pfavanguard.secrets.SecretName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Signs in to the database with the address of this moment. A refused sign-in asks for the address
 * anew, so that a changed password is noticed by the first who meets it.
 */
@Component
class DatabaseCredential {
  private static final String NOT_LET_IN = "28";

  private final LiveSecrets secrets;
  private final SecretName name;

  DatabaseCredential(LiveSecrets secrets, @Value("${vanguard.role}") String role) {
    this.secrets = secrets;
    this.name = role.equals("worker") ? SecretName.DATABASE_WORKER : SecretName.DATABASE_APP;
  }

  Connection open(Map<String, String> options) throws SQLException {
    String url = secrets.text(name);
    try {
      return open(url, options);
    } catch (SQLException e) {
      if (refused(e) && secrets.renewed(name, url)) {
        return open(secrets.text(name), options);
      }
      throw e;
    }
  }

  /**
   * @throws IllegalArgumentException when there is none, or it is malformed
   */
  void requireAddress() {
    DatabaseAddress.parse(secrets.text(name));
  }

  void onChange(Runnable listener) {
    secrets.onChange(name, listener);
  }

  private static Connection open(String url, Map<String, String> options) throws SQLException {
    DatabaseAddress address = DatabaseAddress.parse(url);
    Properties properties = new Properties();
    properties.putAll(options);
    properties.setProperty("user", address.username());
    properties.setProperty("password", address.password());
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }

  private static boolean refused(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith(NOT_LET_IN);
  }
}
