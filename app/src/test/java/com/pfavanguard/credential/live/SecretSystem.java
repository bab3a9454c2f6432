package com.pfavanguard.credential.live;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.FreshServer;
import com.pfavanguard.testing.MirrorRows;
import com.pfavanguard.testing.TestDatabase;
import com.pfavanguard.testing.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ConfigurableApplicationContext;

/** A server, a worker and a Redis whose secrets are files with recognisable texts. */
final class SecretSystem implements AutoCloseable {
  final Canaries canaries = new Canaries();
  final Eavesdropper console = new Eavesdropper(canaries);
  final TestDatabase database = TestDatabase.create();
  final CanaryRoles roles = new CanaryRoles(database);
  final PemsDoor pems;
  private final TestRedis redis = new TestRedis();
  private final SecretFolder secrets = new SecretFolder();
  private final List<String> leaks = new CopyOnWriteArrayList<>();
  private final ConfigurableApplicationContext serverProcess;
  private final ConfigurableApplicationContext workerProcess;

  SecretSystem() throws IOException {
    pems = new PemsDoor();
    roles.create();
    writeSecrets();
    serverProcess = FreshServer.another(database, settings());
    workerProcess = FreshServer.worker(database, settings());
    owner("UPDATE user_account SET system_role = 'system_admin' WHERE username = 'admin'");
    new MirrorRows(database).rental("PFA-CANARY", Map.of());
  }

  private void writeSecrets() throws IOException {
    write("database-app", roles.app(canaries.made("database")));
    write("database-worker", roles.worker(canaries.made("database-of-the-worker")));
    String atPems = canaries.made("pems");
    pems.opensFor(atPems);
    write("pems-password", atPems);
    write("redis", redis.requirePassword(canaries.made("redis")));
    write("credential-key", canaries.known("the key", SecretFolder.newKey()));
    write("gemini-api-key", canaries.made("gemini"));
  }

  private Map<String, Object> settings() {
    return Map.ofEntries(
        Map.entry("vanguard.secrets.dir", secrets.path()),
        Map.entry("vanguard.secrets.check-every", "1s"),
        Map.entry("vanguard.secrets.refresh", "1h"),
        Map.entry("vanguard.secrets.first-check", "1s"),
        Map.entry("vanguard.worker.retry-delays", "10ms"),
        Map.entry("vanguard.worker.poll", "50ms"),
        Map.entry("vanguard.pems.base-url", pems.url() + "/axis/restservices"),
        Map.entry("vanguard.pems.tenant", "DEMO"),
        Map.entry("vanguard.pems.username", "vanguard"),
        Map.entry("vanguard.pems.allowed-hosts", pems.url()),
        Map.entry("vanguard.gemini.base-url", pems.url()));
  }

  /** Changes a secret where server and worker find it. */
  void write(String name, String text) throws IOException {
    secrets.write(name, text);
  }

  String read(String name) throws IOException {
    return Files.readString(Path.of(secrets.path(), name));
  }

  ApiClient api() {
    return ApiClient.at(port("local.server.port"));
  }

  ApiClient management() {
    return ApiClient.at(port("local.management.port"));
  }

  ApiClient managementOfTheWorker() {
    return ApiClient.at(
        workerProcess.getEnvironment().getRequiredProperty("local.management.port", Integer.class));
  }

  private int port(String property) {
    return serverProcess.getEnvironment().getRequiredProperty(property, Integer.class);
  }

  <T> T part(Class<T> type) {
    return serverProcess.getBean(type);
  }

  /** An answer in which no secret may stand. */
  ApiAnswer heard(ApiAnswer answer) {
    String all = answer.text() + answer.headers();
    canaries.in(all).ifPresent(of -> leaks.add(of + " in an answer: " + all));
    return answer;
  }

  /** What was said in answers, to PEMS in an address, or on the console. */
  List<String> leaks() {
    pems.addresses().forEach(u -> canaries.in(u).ifPresent(of -> leaks.add(of + " in " + u)));
    leaks.addAll(console.leaks());
    return leaks;
  }

  void owner(String sql) {
    database.as("owner").sql(sql).update();
  }

  @Override
  public void close() throws IOException {
    workerProcess.close();
    serverProcess.close();
    pems.close();
    redis.close();
    roles.drop();
    console.close();
  }
}
