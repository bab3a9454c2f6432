package com.pfavanguard.operations.database;

import com.pfavanguard.operations.OperationRefused;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * {@code postgresql://user:password@host:port/database?options}. Its text has no password.
 *
 * @param options as in the address, for driver and programs alike ({@code sslmode=verify-full})
 */
public record DatabaseUrl(
    String host, int port, String database, String user, String password, String options) {

  /**
   * @throws OperationRefused when the text is no such address; the refusal does not repeat it
   */
  public static DatabaseUrl parse(String text) {
    URI address;
    try {
      address = URI.create(text.strip());
    } catch (IllegalArgumentException malformed) {
      throw wrong();
    }
    String scheme = address.getScheme();
    boolean postgres = "postgresql".equals(scheme) || "postgres".equals(scheme);
    String path = address.getPath() == null ? "" : address.getPath();
    if (!postgres
        || address.getHost() == null
        || address.getRawUserInfo() == null
        || path.length() < 2) {
      throw wrong();
    }
    String[] user = address.getRawUserInfo().split(":", 2);
    return new DatabaseUrl(
        address.getHost(),
        address.getPort() < 0 ? 5432 : address.getPort(),
        path.substring(1),
        decoded(user[0]),
        user.length == 2 ? decoded(user[1]) : "",
        address.getRawQuery() == null ? "" : address.getRawQuery());
  }

  private static OperationRefused wrong() {
    return new OperationRefused(
        "the database's address must be postgresql://user:password@host:port/database");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Another database of the same server. */
  public DatabaseUrl named(String other) {
    return new DatabaseUrl(host, port, other, user, password, options);
  }

  /** An open connection in the mode that the driver begins with. */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "vanguard-operations");
    properties.setProperty("connectTimeout", "10");
    String url =
        "jdbc:postgresql://%s:%d/%s%s"
            .formatted(host, port, encoded(database), options.isEmpty() ? "" : "?" + options);
    Connection connection = new Driver().connect(url, properties);
    if (connection == null) {
      throw new SQLException("not an address of this driver");
    }
    return connection;
  }

  /** What may stand in an argument list: everything but the password. */
  public String withoutPassword() {
    return "postgresql://%s@%s:%d/%s%s"
        .formatted(
            encoded(user), host, port, encoded(database), options.isEmpty() ? "" : "?" + options);
  }

  /** The whole address, for other parts of the product. */
  public String withPassword() {
    return "postgresql://%s:%s@%s:%d/%s%s"
        .formatted(
            encoded(user),
            encoded(password),
            host,
            port,
            encoded(database),
            options.isEmpty() ? "" : "?" + options);
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return withoutPassword();
  }
}
