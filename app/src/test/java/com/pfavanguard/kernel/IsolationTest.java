package com.pfavanguard.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.secrets.DatabaseAddress;
import com.pfavanguard.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every WHERE is forgotten here, in every table that the schema has today: row-level security alone
 * must hold. A table without it that nobody has given a reason for fails the build.
 */
class IsolationTest {
  private static final TenantTables TABLES = TenantTables.create();
  private static final TestDatabase DATABASE = TABLES.database();
  private static final JdbcClient OPERATOR = DATABASE.as("operator");

  private final DriverManagerDataSource source = appSource();
  private final JdbcClient app = JdbcClient.create(source);
  private final TransactionTemplate transactions =
      new TransactionTemplate(new JdbcTransactionManager(source));
  private final Tenancy tenancy = new Tenancy(transactions, app);

  static Stream<String> tenantTables() {
    return TABLES.names().stream();
  }

  @Test
  void everyTableIsPartedByOrganizationOrHasAReasonNotToBe() throws IOException {
    List<String> unparted =
        names(
            """
            SELECT relname FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'f')
               AND NOT (relrowsecurity AND EXISTS (
                 SELECT FROM pg_policies p WHERE p.tablename = c.relname AND p.roles = '{vanguard_app}'
                    AND p.qual LIKE '%visible_organizations()%' AND p.with_check LIKE '%visible_organizations()%'))
            """);

    assertThat(unparted).containsExactlyInAnyOrderElementsOf(reasons());
  }

  @Test
  void noSecondPolicyOpensATableToTheApp() {
    assertThat(
            names(
                """
                SELECT tablename || ' ' || policyname FROM pg_policies
                 WHERE policyname <> 'own_organizations' AND permissive = 'PERMISSIVE'
                   AND roles && '{vanguard_app,public}'::name[]
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tenantTables")
  void aForgottenWhereReadsNothingOfOthers(String table) {
    assertThat(seen(table)).as("outside a tenant's transaction").isEmpty();
    assertThat(tenancy.within("RIO", () -> seen(table))).isSubsetOf("RIO");
    assertThat(tenancy.within(List.of("RIO", "HOLNG"), () -> seen(table)))
        .isSubsetOf("RIO", "HOLNG");
    if (appMay("SELECT", table)) {
      assertThat(tenancy.within("RIO", () -> seen(table))).containsExactly("RIO");
    }
  }

  @ParameterizedTest
  @MethodSource("tenantTables")
  void aForgottenWhereChangesNothingOfOthers(String table) {
    String update = "UPDATE " + table + " SET organization_id = organization_id";
    String delete = "DELETE FROM " + table;

    assertThat(changedWithin("RIO", update)).isLessThanOrEqualTo(1);
    assertThat(changedWithin("RIO", delete)).isLessThanOrEqualTo(1);
    assertThat(changedWithin("NOWHERE", update)).isZero();
    assertThat(changedWithin("NOWHERE", delete)).isZero();
  }

  @ParameterizedTest
  @MethodSource("tenantTables")
  void nothingCanBePutIntoAnotherOrganization(String table) {
    if (appMay("INSERT", table)) {
      assertThatThrownBy(
              () ->
                  tenancy.within(
                      "RIO",
                      () ->
                          app.sql(
                                  "INSERT INTO %s (organization_id) VALUES ('HOLNG')"
                                      .formatted(table))
                              .update()))
          .hasStackTraceContaining("row-level security");
    }
  }

  @ParameterizedTest
  @MethodSource("tenantTables")
  void theOperatorCountsEverything(String table) {
    assertThat(
            OPERATOR
                .sql("SELECT DISTINCT organization_id FROM " + table)
                .query(String.class)
                .list())
        .contains("HOLNG");
  }

  @Test
  void theAppRoleCannotStepAroundTheRows() {
    assertThat(
            names(
                """
                SELECT rolname FROM pg_roles
                 WHERE rolname IN ('vanguard_app', 'vanguard_worker')
                   AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
                        OR EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid)
                        OR EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid)
                        OR EXISTS (SELECT FROM pg_proc WHERE proowner = pg_roles.oid)
                        OR EXISTS (SELECT FROM pg_class c WHERE relnamespace = 'public'::regnamespace
                                      AND relkind IN ('r', 'p') AND has_table_privilege(rolname, c.oid, 'TRUNCATE'))
                        OR has_schema_privilege(rolname, 'public', 'CREATE'))
                """))
        .isEmpty();
    assertThatThrownBy(
            () -> app.sql("SET row_security = off; SELECT * FROM pfa_mirror").query().listOfRows())
        .hasStackTraceContaining("row-level security");
    assertThatThrownBy(() -> app.sql("SET ROLE vanguard_owner").update())
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void noViewShowsWhatItsOwnerSees() {
    assertThat(
            names(
                """
                SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
                   AND (relkind = 'm' OR relkind = 'v' AND NOT coalesce(reloptions, '{}') @> '{security_invoker=true}')
                """))
        .isEmpty();
  }

  @Test
  void functionsWithTheOwnersEyesHaveAFixedPathAndTellNumbersOnly() {
    assertThat(
            names(
                """
                SELECT oid::regprocedure::text FROM pg_proc
                 WHERE pronamespace = 'public'::regnamespace AND prosecdef
                   AND coalesce(proconfig, '{}') && '{"search_path=public, pg_temp"}' IS NOT TRUE
                """))
        .isEmpty();
    // Whoever adds one here has looked at what it answers: counts, ages, and the heads of audit
    // chains.
    assertThat(
            names(
                """
                SELECT proname FROM pg_proc
                 WHERE pronamespace = 'public'::regnamespace AND prosecdef
                   AND prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
                   AND has_function_privilege('vanguard_app', oid, 'EXECUTE')
                """))
        .isSubsetOf(
            "write_sync_health",
            "conflict_health",
            "number_live_events",
            "forget_live_events",
            "forget_finished",
            "operations_state",
            "seal_audit");
  }

  private List<String> seen(String table) {
    return appMay("SELECT", table)
        ? app.sql("SELECT DISTINCT organization_id FROM " + table).query(String.class).list()
        : List.of();
  }

  private boolean appMay(String privilege, String table) {
    return app.sql("SELECT has_column_privilege(?, 'organization_id', ?)")
        .params(table, privilege)
        .query(Boolean.class)
        .single();
  }

  /** How many rows the statement changes, or none when it is refused; taken back at once. */
  private int changedWithin(String organization, String statement) {
    try {
      return Objects.requireNonNull(
          transactions.execute(
              status -> {
                status.setRollbackOnly();
                return tenancy.within(organization, () -> app.sql(statement).update());
              }));
    } catch (DataAccessException refused) {
      return 0;
    }
  }

  private static List<String> names(String sql) {
    return DATABASE.as("owner").sql(sql).query(String.class).list();
  }

  private static List<String> reasons() throws IOException {
    return new ClassPathResource("tables-of-no-organization.txt")
        .getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("|") && !line.startsWith("#"))
        .map(line -> line.split("\\|")[0].strip())
        .toList();
  }

  private static DriverManagerDataSource appSource() {
    DatabaseAddress address = DatabaseAddress.parse(DATABASE.url("app"));
    return new DriverManagerDataSource(address.jdbcUrl(), address.username(), address.password());
  }
}
