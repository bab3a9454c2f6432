package com.pfavanguard.secrets;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A {@code postgresql://user:password@host:port/name?options} address, taken apart for JDBC. */
public record DatabaseAddress(String jdbcUrl, String username, String password) {

  /**
   * @throws IllegalArgumentException when the text is no such address; the message does not repeat
   *     it
   */
  public static DatabaseAddress parse(String url) {
    URI uri = parts(url);
    String userInfo = uri.getRawUserInfo();
    if (uri.getHost() == null || userInfo == null || uri.getPath().length() < 2) {
      throw malformed();
    }
    String[] credentials = userInfo.split(":", 2);
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new DatabaseAddress(
        "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + options,
        decode(credentials[0]),
        credentials.length == 2 ? decode(credentials[1]) : "");
  }

  private static URI parts(String url) {
    if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
      throw malformed();
    }
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      // The cause would repeat the address, and with it the password.
      throw malformed();
    }
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "The database address must look like postgresql://user:password@host:5432/name;"
            + " set DATABASE_URL or vanguard.database.url");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "DatabaseAddress[" + jdbcUrl + "]";
  }
}
