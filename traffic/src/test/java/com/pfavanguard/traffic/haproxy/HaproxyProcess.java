package com.pfavanguard.traffic.haproxy;

import static org.awaitility.Awaitility.await;

import com.pfavanguard.traffic.AppStub;
import com.pfavanguard.traffic.TrafficSwitch;
import com.pfavanguard.traffic.TrafficSwitchContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** HAProxy as production runs it, on ports of the test. */
final class HaproxyProcess implements TrafficSwitchContract.Proxy {
  static final Path PROGRAM = Path.of("/usr/sbin/haproxy");
  private static final Path CONFIGURATION = Path.of("../ops/haproxy/haproxy.cfg");

  private final Map<String, String> environment;
  private final Path folder;
  private final int port;
  private Process process;

  HaproxyProcess(AppStub blue, AppStub green, Path folder) throws IOException {
    this.folder = folder;
    this.port = freePort();
    Files.copy(Path.of("../ops/haproxy/active.map"), map());
    this.environment =
        Map.of(
            "VANGUARD_PROXY_BIND", "127.0.0.1:" + port,
            "VANGUARD_PROXY_SOCKET", socket().toString(),
            "VANGUARD_PROXY_ACTIVE_MAP", map().toString(),
            "VANGUARD_BLUE", "127.0.0.1:" + blue.port(),
            "VANGUARD_GREEN", "127.0.0.1:" + green.port(),
            "VANGUARD_BLUE_READINESS", Integer.toString(blue.port()),
            "VANGUARD_GREEN_READINESS", Integer.toString(green.port()));
    this.process = run();
  }

  private Process run() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(PROGRAM.toString(), "-db", "-f", CONFIGURATION.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("haproxy.log").toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private Path map() {
    return folder.resolve("active.map");
  }

  private Path socket() {
    return folder.resolve("s.sock");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public TrafficSwitch control() {
    return new HaproxySwitch(socket(), map());
  }

  @Override
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void restart() throws IOException {
    close();
    process = run();
    await().ignoreExceptions().until(() -> control().status().targets().size() == 2);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
