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

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestDatabase database = TestDatabase.create();
    context.getBeanFactory().registerSingleton("testDatabase", database);
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("fresh server", properties(database)));
  }

  /** Another server on a database that is there already, on ports of its own. */
  public static ConfigurableApplicationContext another(TestDatabase database) {
    return another(database, database.port());
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
    Map<String, Object> properties = new HashMap<>(properties(database));
    properties.put("vanguard.role", "worker");
    properties.put("vanguard.database.url", database.url("worker"));
    properties.put("vanguard.database.migration-url", "");
    properties.put("vanguard.demo.file", "");
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
    return Map.of(
        "vanguard.database.url", database.url("app"),
        "vanguard.database.migration-url", database.url("owner"),
        "vanguard.database.pool-size", 6,
        "vanguard.demo.file", DemoUsers.file().toString(),
        "vanguard.management.port", 0);
  }
}
