package com.pfavanguard.launcher;

import com.pfavanguard.launcher.console.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The checkout this program runs from and what has been built in it. The script passes the root and
 * the commit; tests put other jars in place.
 */
public record Installation(
    Path root, Path appJar, Path simulatorJar, String version, String commit) {

  public static Installation detect() {
    Path root = Path.of(System.getProperty("vanguard.root", "")).toAbsolutePath().normalize();
    return new Installation(
        root,
        jar("vanguard.app.jar", root.resolve("app/target/pfa-vanguard.jar")),
        jar("vanguard.simulator.jar", root.resolve("pems-simulator/target/pems-simulator-all.jar")),
        builtVersion(),
        System.getProperty("vanguard.commit", "unknown"));
  }

  private static Path jar(String property, Path usual) {
    String chosen = System.getProperty(property);
    return chosen == null ? usual : Path.of(chosen).toAbsolutePath();
  }

  private static String builtVersion() {
    String version = Installation.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /**
   * @throws Refusal when a program has not been built
   */
  public void requireBuilt() {
    built(appJar);
    built(simulatorJar);
  }

  /**
   * @throws Refusal when it has not been built
   */
  @Override
  public Path appJar() {
    return built(appJar);
  }

  /**
   * @throws Refusal when it has not been built
   */
  @Override
  public Path simulatorJar() {
    return built(simulatorJar);
  }

  private static Path built(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new Refusal(jar + " is missing: build it first (leave --no-build away)");
    }
    return jar;
  }

  public Path defaultDataDirectory() {
    return root.resolve(".vanguard");
  }

  /** Where what is made from the build is kept, best first: with the build, else with the data. */
  public List<Path> programFolders(Path cache) {
    return List.of(root.resolve("launcher/target"), cache);
  }

  /** The JVM that runs this program; its children use the same. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
