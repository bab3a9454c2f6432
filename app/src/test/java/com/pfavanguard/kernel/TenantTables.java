package com.pfavanguard.kernel;

import com.pfavanguard.secrets.DatabaseAddress;
import com.pfavanguard.testing.TestDatabase;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The product's schema with a row of RIO and one of HOLNG in every tenant table, whatever its
 * columns: constraints are dropped, row-level security stays.
 */
final class TenantTables {
  private static final String VALUE =
      """
      CASE WHEN attname = 'organization_id' THEN quote_literal('%1$s')
           WHEN typcategory = 'A' THEN quote_literal('{}')
           WHEN typname = 'uuid' THEN 'gen_random_uuid()'
           WHEN typname = 'jsonb' THEN quote_literal('{}')
           WHEN typname = 'bytea' THEN quote_literal('x')
           WHEN typcategory = 'N' THEN '%2$d'
           WHEN typcategory = 'B' THEN 'true'
           WHEN typcategory = 'D' THEN 'now()'
           WHEN typcategory = 'T' THEN quote_literal('1 hour')
           ELSE quote_literal('x') END
      """;

  private final TestDatabase database = TestDatabase.create();
  private final JdbcClient owner = database.as("owner");

  static TenantTables create() {
    TenantTables tables = new TenantTables();
    DatabaseAddress address = DatabaseAddress.parse(tables.database.url("owner"));
    Flyway.configure()
        .dataSource(address.jdbcUrl(), address.username(), address.password())
        .load()
        .migrate();
    tables.dropConstraints();
    tables.names().forEach(table -> tables.fill(table));
    return tables;
  }

  TestDatabase database() {
    return database;
  }

  /** Tables with a column organization_id that have row-level security on. */
  List<String> names() {
    return owner
        .sql(
            """
            SELECT c.relname FROM pg_class c
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity
               AND EXISTS (SELECT FROM pg_attribute a
                            WHERE a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped)
             ORDER BY 1
            """)
        .query(String.class)
        .list();
  }

  private void dropConstraints() {
    owner
        .sql(
            """
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint
             WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f') AND conrelid <> 0
             ORDER BY conparentid <> 0
            """)
        .query(String.class)
        .list()
        .forEach(statement -> owner.sql(statement).update());
  }

  private void fill(String table) {
    owner.sql("ALTER TABLE " + table + " DISABLE TRIGGER USER").update();
    List<String> organizations = List.of("RIO", "HOLNG");
    for (String organization : organizations) {
      int number = 1 + organizations.indexOf(organization);
      String insert =
          owner
              .sql(
                  """
                  SELECT format('INSERT INTO %%I (%%s) VALUES (%%s)', :table,
                                string_agg(quote_ident(attname), ', ' ORDER BY attnum),
                                string_agg(%s, ', ' ORDER BY attnum))
                    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                   WHERE a.attrelid = :table::regclass AND attnum > 0 AND NOT attisdropped
                     AND attidentity = '' AND attgenerated = '' AND (attnotnull OR attname = 'organization_id')
                  """
                      .formatted(VALUE.formatted(organization, number)))
              .param("table", table)
              .query(String.class)
              .single();
      owner.sql(insert).update();
    }
  }
}
