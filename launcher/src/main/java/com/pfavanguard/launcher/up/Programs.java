package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.Secret;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.postgres.DatabaseAddress;
import com.pfavanguard.launcher.postgres.Role;
import com.pfavanguard.launcher.process.ChildKind;
import com.pfavanguard.launcher.process.ChildSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the server and the workers are started. */
record Programs(
    AppImage image, DataDirectory directory, Secrets secrets, DatabaseAddress database, Pems pems) {
  static final String APP_HEAP = "-Xmx512m";

  private static final String LOGGING = "VANGUARD_LOGGING_FORMAT";

  // On two cores the parallel threads of the usual collector cost a start more than they give back.
  static final String COLLECTOR = "-XX:+UseSerialGC";

  // Ten times the usual thresholds of the optimising compiler. At the usual ones it takes a third
  // of a start's processor time for methods that are never needed again; hot ones reach these too.
  private static final List<String> QUICK_START =
      List.of(
          COLLECTOR,
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  ChildSpec server(String name, int port, int managementPort) {
    Map<String, String> environment = appEnvironment(Role.APP, managementPort);
    environment.put("VANGUARD_DATABASE_MIGRATION_URL", database.url(Role.OWNER, secrets));
    environment.put("VANGUARD_SERVER_PORT", Integer.toString(port));
    environment.put("VANGUARD_DEMO_FILE", directory.demoFile().toString());
    return spec(name, ChildKind.SERVER, app("server"), environment);
  }

  ChildSpec worker(String name, int managementPort) {
    return spec(name, ChildKind.WORKER, app("worker"), appEnvironment(Role.WORKER, managementPort));
  }

  private List<String> app(String role) {
    List<String> command = java(APP_HEAP, QUICK_START);
    command.addAll(image.arguments());
    command.add("--vanguard.role=" + role);
    return command;
  }

  private Map<String, String> appEnvironment(Role role, int managementPort) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DATABASE_URL", database.url(role, secrets));
    environment.put("VANGUARD_SERVER_ADDRESS", "127.0.0.1");
    environment.put("VANGUARD_MANAGEMENT_PORT", Integer.toString(managementPort));
    environment.put("PEMS_BASE_URL", pems.url());
    environment.put("VANGUARD_PEMS_TENANT", pems.tenant());
    environment.put("VANGUARD_PEMS_USERNAME", pems.user());
    environment.put("VANGUARD_PEMS_PASSWORD", pems.password());
    environment.put("VANGUARD_PEMS_CREDENTIAL_KEY", secrets.of(Secret.CREDENTIAL_KEY));
    environment.put("VANGUARD_PEMS_ALLOWED_HOSTS", pems.origin());
    environment.put(
        "VANGUARD_PEMS_REQUESTS_PER_SECOND", Integer.toString(Pems.REQUESTS_PER_SECOND));
    // Lines for people, unless the environment asks for others.
    environment.put(LOGGING, System.getenv().getOrDefault(LOGGING, ""));
    return environment;
  }

  static List<String> java(String heap, List<String> program) {
    List<String> command =
        new ArrayList<>(List.of(Installation.java(), heap, "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(program);
    return command;
  }

  private ChildSpec spec(
      String name, ChildKind kind, List<String> command, Map<String, String> environment) {
    return new ChildSpec(name, kind, command, environment, directory.logs().resolve(name + ".log"));
  }
}
