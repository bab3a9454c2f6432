package com.pfavanguard.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.Ports;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.process.Child;
import com.pfavanguard.launcher.process.ChildSpec;
import com.pfavanguard.launcher.process.Leftovers;
import com.pfavanguard.launcher.process.Roster;
import com.pfavanguard.launcher.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

// A guard against hanging, no measure of speed.
@Timeout(120)
class PostgresTest {
  private static @TempDir Path template;
  private @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private DataDirectory directory;
  private Secrets secrets;
  private PostgresCluster cluster;
  private DatabaseAddress address;
  private Supervisor supervisor;

  @BeforeAll
  static void initialiseOnce() throws Exception {
    DataDirectory directory = DataDirectory.open(template.resolve("data"));
    new PostgresCluster(directory, binaries()).prepare(Secrets.open(directory));
  }

  private static PostgresBinaries binaries() throws IOException {
    return PostgresBinaries.unpacked(List.of(Path.of("target")));
  }

  @BeforeEach
  void prepare() throws Exception {
    String copy = folder.resolve("data").toString();
    new ProcessBuilder("cp", "-a", template.resolve("data").toString(), copy).start().waitFor();
    directory = DataDirectory.open(folder.resolve("data"));
    secrets = Secrets.open(directory);
    cluster = new PostgresCluster(directory, binaries());
    cluster.prepare(secrets);
    supervisor = new Supervisor(new Roster(directory), said::add);
    try (Ports ports = new Ports()) {
      address = new DatabaseAddress(ports.claim(0, ""));
    }
  }

  @AfterEach
  void stop() throws Exception {
    supervisor.stop();
  }

  private void start() throws Exception {
    supervisor = new Supervisor(new Roster(directory), said::add);
    Child child = supervisor.start(cluster.process(address.port()));
    new PostgresServer(child, address).awaitReady(secrets);
  }

  private Connection connect(String role, String password) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", role);
    properties.setProperty("password", password);
    Connection connection =
        new Driver()
            .connect("jdbc:postgresql://127.0.0.1:" + address.port() + "/vanguard", properties);
    if (connection == null) {
      throw new AssertionError("no driver");
    }
    return connection;
  }

  private String query(Role role, String sql) throws SQLException {
    try (Connection connection = connect(role.roleName(), secrets.of(role.secret()));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void isDurableAndListensOnLoopbackOnly() throws Exception {
    start();
    String settings =
        query(
            Role.OPERATOR,
            """
            SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings
            WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses')
            """);
    assertThat(settings)
        .isEqualTo("fsync=on full_page_writes=on listen_addresses=127.0.0.1 synchronous_commit=on");
  }

  @Test
  void letsNobodyInWithoutTheRightPassword() throws Exception {
    start();
    for (String role : List.of("postgres", "vanguard_owner", "vanguard_app", "vanguard_operator")) {
      assertThatThrownBy(() -> connect(role, "wrong").close())
          .as(role)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
    assertThat(Files.readString(directory.postgres().resolve("pg_hba.conf")))
        .doesNotContainPattern("(?m)^[^#]*\\b(trust|md5|password|peer)\\b");
  }

  @Test
  void givesOnlyTheOperatorSightOfAllRows() throws Exception {
    start();
    assertThat(
            query(
                Role.OPERATOR,
                "SELECT string_agg(rolname, ',') FROM pg_roles"
                    + " WHERE (rolbypassrls OR rolsuper) AND rolname LIKE 'vanguard%'"))
        .isEqualTo("vanguard_operator");
  }

  @Test
  void keepsItsDataOverAStop() throws Exception {
    start();
    try (Connection owner = connect("vanguard_owner", secrets.of(Role.OWNER.secret()));
        Statement statement = owner.createStatement()) {
      statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
      statement.execute("GRANT SELECT ON kept TO vanguard_app");
    }
    supervisor.stop();
    cluster.prepare(secrets);
    start();
    assertThat(query(Role.APP, "SELECT answer FROM kept")).isEqualTo("42");
  }

  @Test
  void stopsAServerThatNobodyKeepsBeforeItStartsItsOwn() throws Exception {
    ChildSpec spec = cluster.process(address.port());
    Process orphan =
        new ProcessBuilder(spec.command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    new PostgresServer(supervisor.start(sleeping()), address).awaitReady(secrets);
    supervisor.stop();

    new Leftovers(directory, said::add).stop();

    assertThat(orphan.waitFor()).isZero();
    assertThat(said).singleElement().asString().contains("database", "" + orphan.pid());
    start();
    assertThat(query(Role.APP, "SELECT 1")).isEqualTo("1");
  }

  private ChildSpec sleeping() throws IOException {
    ChildSpec spec = cluster.process(address.port());
    return new ChildSpec(
        "sleeper", spec.kind(), List.of("sleep", "60"), spec.environment(), folder.resolve("log"));
  }

  @Test
  void tellsHowToRepairWhatItCannotOpen() throws Exception {
    Files.writeString(directory.postgres().resolve("PG_VERSION"), "14\n");
    assertThatThrownBy(() -> cluster.prepare(secrets))
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll("PostgreSQL 14", "--fresh");

    Files.delete(directory.postgres().resolve("global/pg_control"));
    assertThatThrownBy(() -> cluster.prepare(secrets))
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll("is broken", "pg_control", "--fresh");
  }

  @Test
  void tellsInOneLineThatTheFilesAreDamaged() throws Exception {
    Files.write(directory.postgres().resolve("global/pg_control"), new byte[8192]);

    assertThatThrownBy(this::start)
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll("does not start", "database.log", "--fresh")
        .message()
        .hasLineCount(1);
  }

  @Test
  void throwsAwayWhatAKilledFirstStartLeft() throws Exception {
    DataDirectory other = DataDirectory.open(folder.resolve("other"));
    Path part = Files.createDirectories(other.path().resolve("postgres.part"));
    Files.writeString(part.resolve("PG_VERSION"), "15\n");

    new PostgresCluster(other, binaries()).prepare(Secrets.open(other));

    assertThat(part).doesNotExist();
    assertThat(other.postgres().resolve("global/pg_control")).exists();
  }

  @Test
  void refusesADatabaseWhosePasswordsAreLost() throws Exception {
    Files.delete(directory.path().resolve("secrets.json"));
    assertThatThrownBy(() -> Secrets.open(directory))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("are lost");
  }
}
