package com.pfavanguard.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One PostgreSQL for the whole test run, with a fresh database per caller and the product's roles:
 * migrations and row security behave as in production.
 */
public final class TestDatabase {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final EmbeddedPostgres POSTGRES = start();

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** A new, empty database; the schema comes from the product's own migrations. */
  public static TestDatabase create() {
    String name = "vanguard_" + NUMBER.incrementAndGet();
    asSuperuser("CREATE DATABASE " + name + " OWNER vanguard_owner");
    return new TestDatabase(name);
  }

  /** The address with a role of the product: owner, app, worker or operator. */
  public String url(String role) {
    return "postgresql://vanguard_%s:test@127.0.0.1:%d/%s"
        .formatted(role, POSTGRES.getPort(), name);
  }

  public String name() {
    return name;
  }

  public int port() {
    return POSTGRES.getPort();
  }

  /** Statements with a role of the product; the owner is not held by row-level security. */
  public JdbcClient as(String role) {
    return JdbcClient.create(
        new DriverManagerDataSource(
            "jdbc:postgresql://127.0.0.1:%d/%s".formatted(POSTGRES.getPort(), name),
            "vanguard_" + role,
            "test"));
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
      execute(postgres, "CREATE ROLE vanguard_owner LOGIN CREATEROLE PASSWORD 'test'");
      for (String role : new String[] {"app", "worker", "operator"}) {
        execute(postgres, "CREATE ROLE vanguard_" + role + " LOGIN PASSWORD 'test'");
      }
      execute(postgres, "ALTER ROLE vanguard_operator BYPASSRLS");
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void asSuperuser(String sql) {
    execute(POSTGRES, sql);
  }

  private static void execute(EmbeddedPostgres postgres, String sql) {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
