package com.pfavanguard.launcher.postgres;

import com.pfavanguard.launcher.data.Secret;
import com.pfavanguard.launcher.data.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** How to reach the database on this machine. */
public record DatabaseAddress(int port) {
  public static final String DATABASE = "vanguard";

  /** The address with the role and its password, as {@code DATABASE_URL} wants it. */
  public String url(Role role, Secrets secrets) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s"
        .formatted(role.roleName(), secrets.of(role.secret()), port, DATABASE);
  }

  Connection superuser(String database, Secrets secrets) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("password", secrets.of(Secret.DATABASE_SUPERUSER));
    properties.setProperty("connectTimeout", "5");
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    Connection connection = new Driver().connect(url, properties);
    if (connection == null) {
      throw new SQLException("not an address of this driver: " + url);
    }
    return connection;
  }
}
