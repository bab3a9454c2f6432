package com.pfavanguard.testing;

import com.pfavanguard.Vanguard;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points a server at a database of its own and gives it the demonstration's users. */
public final class FreshServer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** What no test expects; those that do say so in properties of their own. */
  private static final MapPropertySource UNASKED =
      new MapPropertySource("nothing unasked", Map.of("vanguard.ingest.schedule.enabled", false));

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestDatabase database = TestDatabase.create();
    context.getBeanFactory().registerSingleton("testDatabase", database);
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("fresh server", addresses(database)));
    context.getEnvironment().getPropertySources().addLast(UNASKED);
  }

  /** Another server on a database that is there already, on ports of its own. */
  public static ConfigurableApplicationContext another(TestDatabase database) {
    return another(database, database.port());
  }

  /** The same with settings of its own. */
  public static ConfigurableApplicationContext another(
      TestDatabase database, Map<String, ?> settings) {
    Map<String, Object> properties = new HashMap<>(properties(database));
    properties.putAll(settings);
    return run(new SpringApplication(Vanguard.class), properties);
  }

  /** The same, reaching the database through another local port. */
  public static ConfigurableApplicationContext another(TestDatabase database, int databasePort) {
    SpringApplication server = new SpringApplication(Vanguard.class);
    Map<String, Object> properties = new HashMap<>(properties(database));
    properties.put(
        "vanguard.database.url",
        database.url("app").replace(":" + database.port() + "/", ":" + databasePort + "/"));
    return run(server, properties);
  }

  /** A worker on a database whose schema is there already. */
  public static ConfigurableApplicationContext worker(TestDatabase database) {
    return worker(database, Map.of());
  }

  /** The same with settings of its own. */
  public static ConfigurableApplicationContext worker(
      TestDatabase database, Map<String, ?> settings) {
    Map<String, Object> properties = new HashMap<>(properties(database));
    properties.put("vanguard.role", "worker");
    properties.put("vanguard.database.url", database.url("worker"));
    properties.put("vanguard.database.migration-url", "");
    properties.put("vanguard.demo.file", "");
    properties.putAll(settings);
    return run(new SpringApplication(Vanguard.class), properties);
  }

  private static ConfigurableApplicationContext run(
      SpringApplication server, Map<String, Object> properties) {
    properties.put("vanguard.server.port", 0);
    // Command line arguments outrank the environment of the test run.
    return server.run(
        properties.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new));
  }

  static Map<String, Object> properties(TestDatabase database) {
    Map<String, Object> all = new HashMap<>(addresses(database));
    all.putAll(UNASKED.getSource());
    return all;
  }

  private static Map<String, Object> addresses(TestDatabase database) {
    return Map.of(
        "vanguard.database.url",
        database.url("app"),
        "vanguard.database.migration-url",
        database.url("owner"),
        "vanguard.database.pool-size",
        6,
        "vanguard.demo.file",
        DemoUsers.file().toString(),
        "vanguard.management.port",
        0,
        // Tests sign in all the time, all from one address.
        "vanguard.access.sign-ins-per-minute",
        100_000);
  }
}
