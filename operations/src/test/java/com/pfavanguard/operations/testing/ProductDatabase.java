package com.pfavanguard.operations.testing;

import com.pfavanguard.operations.database.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** A PostgreSQL with the product's roles and migrations; every caller gets a database. */
public final class ProductDatabase {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final EmbeddedPostgres POSTGRES = start();
  private static final String TEMPLATE = migrated();

  private final String name;

  private ProductDatabase(String name) {
    this.name = name;
  }

  /** Two organizations, records, edits in several states. */
  public static ProductDatabase create() {
    String name = "vanguard_" + NUMBER.incrementAndGet();
    run(admin(), "CREATE DATABASE %s TEMPLATE %s OWNER vanguard_owner".formatted(name, TEMPLATE));
    return new ProductDatabase(name);
  }

  public static DatabaseUrl admin() {
    return url("postgres", "postgres");
  }

  public DatabaseUrl operator() {
    return url("vanguard_operator", name);
  }

  /** As superuser. */
  public DatabaseUrl superuser() {
    return admin().named(name);
  }

  public void run(String sql) {
    run(superuser(), sql);
  }

  public String ask(String sql) {
    return ask(superuser(), sql);
  }

  public static String ask(DatabaseUrl database, String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static void run(DatabaseUrl database, String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static DatabaseUrl url(String user, String database) {
    return new DatabaseUrl("127.0.0.1", POSTGRES.getPort(), database, user, "te:st\\", "");
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String migrated() {
    run(admin(), "CREATE ROLE vanguard_owner LOGIN CREATEROLE PASSWORD 'te:st\\'");
    for (String role : new String[] {"app", "worker", "operator"}) {
      run(admin(), "CREATE ROLE vanguard_%s LOGIN PASSWORD 'te:st\\'".formatted(role));
    }
    run(admin(), "ALTER ROLE vanguard_operator BYPASSRLS");
    run(admin(), "CREATE DATABASE template_vanguard OWNER vanguard_owner");
    Flyway.configure()
        .dataSource(
            "jdbc:postgresql://127.0.0.1:%d/template_vanguard".formatted(POSTGRES.getPort()),
            "vanguard_owner",
            "te:st\\")
        .locations("filesystem:../app/src/main/resources/db/migration")
        .configuration(java.util.Map.of("flyway.postgresql.transactional.lock", "false"))
        .load()
        .migrate();
    run(admin().named("template_vanguard"), SOME_DATA);
    return "template_vanguard";
  }

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String SOME_DATA =
      """
      INSERT INTO organization (id, name, pems_organization) VALUES ('RIO', 'Rio', 'RIO'), ('HOLNG', 'Holly', 'HO');
      INSERT INTO user_account (id, username, display_name, password_hash)
      VALUES ('00000000-0000-0000-0000-000000000001', 'anna', 'Anna', 'x');
      INSERT INTO pfa_mirror (organization_id, pfa_id, version, content_hash)
      SELECT o, 'A-' || n, 1, md5(n::text)::uuid FROM generate_series(1, 500) n, unnest(ARRAY['RIO', 'HOLNG']) o;
      INSERT INTO pfa_modification (modification_id, organization_id, pfa_id, author_id, sync_status, base_version,
                                    base, base_versions, delta, payload, commit_number, committed_at)
      SELECT md5(n::text)::uuid, 'RIO', 'A-' || n, '00000000-0000-0000-0000-000000000001',
             CASE n WHEN 1 THEN 'queued' WHEN 2 THEN 'syncing' WHEN 3 THEN 'synced' ELSE 'draft' END, 1, '{}', '{}',
             '{"model": "X"}', CASE WHEN n < 4 THEN '{"model": "X"}'::jsonb END, CASE WHEN n < 4 THEN n END,
             CASE WHEN n < 4 THEN now() END
        FROM generate_series(1, 4) n;
      INSERT INTO pfa_write_queue (id, organization_id, pfa_id, modification_id, author_id, job_id, status, outcome,
                                   lease_owner, leased_until, completed_at)
      SELECT n, 'RIO', 'A-' || n, md5(n::text)::uuid, '00000000-0000-0000-0000-000000000001', gen_random_uuid(),
             CASE n WHEN 1 THEN 'pending' WHEN 2 THEN 'processing' ELSE 'completed' END,
             CASE n WHEN 3 THEN 'synced' END, CASE n WHEN 2 THEN 'w' END, CASE n WHEN 2 THEN now() END,
             CASE n WHEN 3 THEN now() END
        FROM generate_series(1, 3) n;
      """;
}
