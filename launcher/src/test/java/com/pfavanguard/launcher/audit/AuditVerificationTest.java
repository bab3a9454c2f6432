package com.pfavanguard.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.Ports;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.postgres.DatabaseAddress;
import com.pfavanguard.launcher.postgres.PostgresBinaries;
import com.pfavanguard.launcher.postgres.PostgresCluster;
import com.pfavanguard.launcher.postgres.PostgresServer;
import com.pfavanguard.launcher.postgres.Role;
import com.pfavanguard.launcher.process.Child;
import com.pfavanguard.launcher.process.Roster;
import com.pfavanguard.launcher.process.Supervisor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

/** The product's own migrations, and a database owner who tampers. */
// A guard against hanging, no measure of speed.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditVerificationTest {
  private static final List<String> MIGRATIONS =
      List.of(
          "V1__roles_flags_identity.sql",
          "V2__records.sql",
          "V3__write_queue.sql",
          "V4__read_sync_live.sql",
          "V8__audit.sql");

  private Supervisor supervisor;
  private DatabaseAddress address;
  private Secrets secrets;

  @BeforeAll
  void startDatabase(@TempDir Path folder) throws Exception {
    DataDirectory directory = DataDirectory.open(folder.resolve("data"));
    secrets = Secrets.open(directory);
    var cluster =
        new PostgresCluster(directory, PostgresBinaries.unpacked(List.of(Path.of("target"))));
    cluster.prepare(secrets);
    supervisor = new Supervisor(new Roster(directory), line -> {});
    try (Ports ports = new Ports()) {
      address = new DatabaseAddress(ports.claim(0, ""));
    }
    Child child = supervisor.start(cluster.process(address.port()));
    new PostgresServer(child, address).awaitReady(secrets);
    Path migrations = Path.of("../app/src/main/resources/db/migration");
    for (String migration : MIGRATIONS) {
      sql(Files.readString(migrations.resolve(migration)));
    }
    sql("INSERT INTO organization (id, name, pems_organization) VALUES ('RIO', 'Rio', 'RIO')");
    sql("INSERT INTO organization (id, name, pems_organization) VALUES ('HOLNG', 'Holly', 'HO')");
  }

  @AfterAll
  void stopDatabase() throws Exception {
    supervisor.stop();
  }

  /** Three seals of three entries each in RIO, one in HOLNG, with awkward texts. */
  @BeforeEach
  void aFreshChain() throws Exception {
    tamper("TRUNCATE audit_entry, audit_pending, audit_seal, audit_head RESTART IDENTITY");
    for (int seal = 0; seal < 3; seal++) {
      append("RIO", "Grün ≤ 5, \"quoted\" 5:x-", seal * 3);
      append("RIO", "plain", seal * 3 + 1);
      append("RIO", "-", seal * 3 + 2);
      sql("SELECT * FROM seal_audit(1000)");
    }
    append("HOLNG", "other", 0);
    sql("SELECT * FROM seal_audit(1000)");
  }

  @Test
  void anUntouchedAuditPassesAlsoWithEntriesThatWait() throws Exception {
    append("RIO", "waits", 9);

    assertThat(check("RIO").violation()).isNull();
    assertThat(check("RIO").entries()).isEqualTo(9);
    assertThat(check("RIO").seals()).isEqualTo(3);
    assertThat(check("RIO").waiting()).isEqualTo(1);
    assertThat(check("HOLNG").violation()).isNull();
  }

  @Test
  void anEntryThatBecameVisibleLateIsSealedAndPasses() throws Exception {
    try (Connection late = owner()) {
      late.setAutoCommit(false);
      try (Statement statement = late.createStatement()) {
        statement.execute(insert("RIO", "late", 100));
      }
      append("RIO", "early, with the higher id", 101);
      sql("SELECT * FROM seal_audit(1000)");
      late.commit();
    }
    sql("SELECT * FROM seal_audit(1000)");

    assertThat(check("RIO").violation()).isNull();
    assertThat(check("RIO").entries()).isEqualTo(11);
    assertThat(check("RIO").waiting()).isZero();
  }

  @Test
  void everyColumnOfAnEntryIsProtected() throws Exception {
    for (String change :
        List.of(
            "action = 'draft_committed'",
            "actor_kind = 'user'",
            "actor_id = 'x'",
            "actor_name = 'x'",
            "pfa_id = 'P2'",
            "modification_id = gen_random_uuid()",
            "job_id = gen_random_uuid()",
            "reason = 'x'",
            "before = '{}'",
            "after = NULL",
            "detail = '{\"attempt\": 2}'",
            "request_id = 'x'",
            "occurred_at = occurred_at + interval '1 microsecond'")) {
      aFreshChain();
      tamper("UPDATE audit_entry SET " + change + " WHERE entry_id = 5");

      assertThat(check("RIO").violation())
          .as(change)
          .isEqualTo(new Violation(Violation.Kind.edited, "RIO", 5L, 2L, "entry 5 was edited"));
    }
    assertThat(check("HOLNG").violation()).isNull();
  }

  @Test
  void aDeletedEntryIsNamed() throws Exception {
    tamper("DELETE FROM audit_entry WHERE entry_id = 7");
    assertThat(kindAndEntry()).isEqualTo("missing 7");
  }

  @Test
  void twoEntriesThatChangedPlacesAreNamed() throws Exception {
    tamper(
        """
        UPDATE audit_entry a SET pfa_id = b.pfa_id, reason = b.reason, after = b.after, occurred_at = b.occurred_at
          FROM audit_entry b WHERE (a.entry_id, b.entry_id) IN ((4, 6), (6, 4))
        """);
    assertThat(kindAndEntry()).isEqualTo("reordered 4");
  }

  @Test
  void anEntrySlippedInBesideTheTriggersIsNamed() throws Exception {
    tamper(insert("RIO", "slipped in", 50));
    assertThat(kindAndEntry()).isEqualTo("inserted 11");
  }

  @Test
  void anEntryDeletedBeforeItsSealIsNamedAlsoAfterTheNextSealing() throws Exception {
    append("RIO", "early", 50);
    tamper("DELETE FROM audit_entry WHERE entry_id = 11");
    append("RIO", "later", 51);
    sql("SELECT * FROM seal_audit(1000)");
    assertThat(kindAndEntry()).isEqualTo("missing 11");
  }

  @Test
  void aSealThatWasMadeAnewShowsAtTheNextLink() throws Exception {
    tamper("UPDATE audit_entry SET reason = 'x' WHERE entry_id = 5");
    tamper(
        """
        UPDATE audit_seal s
           SET entry_digests = d.digests,
               digest = sha256((SELECT digest FROM audit_seal WHERE organization_id = 'RIO' AND seal_number = 1)
                 || convert_to('RIO 2 4,5,6', 'UTF8') || d.digests)
          FROM (SELECT string_agg(audit_digest(e), ''::bytea ORDER BY entry_id) AS digests
                  FROM audit_entry e WHERE entry_id IN (4, 5, 6)) d
         WHERE organization_id = 'RIO' AND seal_number = 2
        """);
    assertThat(check("RIO").violation())
        .extracting(Violation::kind, Violation::seal)
        .containsExactly(Violation.Kind.seal_altered, 3L);
  }

  @Test
  void aSealThatIsGoneIsNamedAndSoIsAChainCutShort() throws Exception {
    tamper("DELETE FROM audit_seal WHERE organization_id = 'RIO' AND seal_number = 2");
    assertThat(kindAndEntry()).isEqualTo("seal_missing null");

    aFreshChain();
    tamper(
        "DELETE FROM audit_seal WHERE organization_id = 'RIO' AND seal_number = 3",
        "DELETE FROM audit_entry WHERE entry_id IN (7, 8, 9)");
    assertThat(kindAndEntry()).isEqualTo("truncated null");
  }

  /** Whoever owns the database can make a whole chain anew; only a head kept elsewhere shows it. */
  @Test
  void aChainThatWasCutCleanlyIsFoundByAHeadNotedElsewhere() throws Exception {
    String noted = check("RIO").head();
    tamper(
        "DELETE FROM audit_seal WHERE organization_id = 'RIO' AND seal_number = 3",
        "DELETE FROM audit_entry WHERE entry_id IN (7, 8, 9)",
        """
        UPDATE audit_head h SET seal_number = 2, digest = s.digest FROM audit_seal s
         WHERE h.organization_id = 'RIO' AND s.organization_id = 'RIO' AND s.seal_number = 2
        """);

    assertThat(check("RIO").violation()).isNull();
    Set<String> unseen = new HashSet<>(Set.of(String.valueOf(noted)));
    try (AuditDatabase database = AuditDatabase.open(url())) {
      new ChainCheck(database, "RIO", unseen).run();
    }
    assertThat(unseen).containsExactly(noted);
  }

  @Test
  void theWholeCheckPassesAndFailsWithTheAudit() throws Exception {
    var console = new com.pfavanguard.launcher.console.Console(true, false);
    assertThat(new AuditVerification(url(), List.of(), console).passes()).isTrue();

    tamper("UPDATE audit_entry SET reason = 'x' WHERE entry_id = 10");
    assertThat(new AuditVerification(url(), List.of(), console).passes()).isFalse();
  }

  private String kindAndEntry() throws SQLException {
    Violation violation = check("RIO").violation();
    return violation == null ? "none" : violation.kind() + " " + violation.entry();
  }

  private ChainCheck.Result check(String organization) throws SQLException {
    try (AuditDatabase database = AuditDatabase.open(url())) {
      return new ChainCheck(database, organization, new HashSet<>()).run();
    }
  }

  private void append(String organization, String reason, int number) throws SQLException {
    sql(insert(organization, reason, number));
  }

  private static String insert(String organization, String reason, int number) {
    return """
        INSERT INTO audit_entry (organization_id, action, actor_kind, actor_id, actor_name, pfa_id, reason, before,
                                 after, detail)
        VALUES ('%s', 'write_synced', 'worker', 'w1', 'w1', 'P%d', '%s', '{"model": "OLD"}',
                '{"model": "M%2$d", "monthlyRate": "12.50"}', '{"attempt": 1}')
        """
        .formatted(organization, number, reason);
  }

  private void tamper(String... statements) throws SQLException {
    try (Connection owner = owner();
        Statement statement = owner.createStatement()) {
      statement.execute("ALTER TABLE audit_entry DISABLE TRIGGER ALL");
      statement.execute("ALTER TABLE audit_seal DISABLE TRIGGER ALL");
      for (String sql : statements) {
        statement.execute(sql);
      }
      statement.execute("ALTER TABLE audit_entry ENABLE TRIGGER ALL");
      statement.execute("ALTER TABLE audit_seal ENABLE TRIGGER ALL");
    }
  }

  private @Nullable String sql(String sql) throws SQLException {
    try (Connection owner = owner();
        Statement statement = owner.createStatement()) {
      if (!statement.execute(sql)) {
        return null;
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }

  private String url() {
    return address.url(Role.OPERATOR, secrets);
  }

  private Connection owner() throws SQLException {
    String[] user = URI.create(address.url(Role.OWNER, secrets)).getRawUserInfo().split(":", 2);
    Properties properties = new Properties();
    properties.setProperty("user", user[0]);
    properties.setProperty("password", user[1]);
    Connection connection =
        new Driver()
            .connect("jdbc:postgresql://127.0.0.1:" + address.port() + "/vanguard", properties);
    if (connection == null) {
      throw new AssertionError("no driver");
    }
    return connection;
  }
}
