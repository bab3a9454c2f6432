package com.pfavanguard.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.FreshServer;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** A server that ends TLS itself, with the settings that docs/operating.md gives. */
@ServerTest
class OwnTlsTest {
  private static final String PASSWORD = "changeit";
  private static final String REQUEST =
      "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  @Autowired TestDatabase database;
  @TempDir Path folder;

  @Test
  void speaksCurrentTlsOnlyAndTellsBrowsersToStayWithIt() throws Exception {
    Path keys = keyStore();
    Map<String, ?> settings =
        Map.of(
            "spring.ssl.bundle.jks.vanguard.keystore.location",
            "file:" + keys,
            "spring.ssl.bundle.jks.vanguard.keystore.password",
            PASSWORD,
            "spring.ssl.bundle.jks.vanguard.keystore.type",
            "PKCS12",
            "server.ssl.bundle",
            "vanguard");
    try (var server = FreshServer.another(database, settings)) {
      int port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);

      for (String version : List.of("TLSv1.3", "TLSv1.2")) {
        assertThat(over(version, keys, port))
            .startsWith("HTTP/1.1 200")
            .contains("Strict-Transport-Security: max-age=63072000");
      }
      assertThat(plain(port)).startsWith("HTTP/1.1 400").doesNotContain("<html");
      assertThat(enabled((ServletWebServerApplicationContext) server))
          .containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
    }
  }

  private static List<String> enabled(ServletWebServerApplicationContext server) {
    TomcatWebServer tomcat = (TomcatWebServer) Objects.requireNonNull(server.getWebServer());
    Connector connector = tomcat.getTomcat().getConnector();
    SSLHostConfig host = connector.findSslHostConfigs()[0];
    return List.of(host.getEnabledProtocols());
  }

  private static String over(String version, Path keys, int port)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    try (SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.setEnabledProtocols(new String[] {version});
      return exchange(socket);
    }
  }

  private static String plain(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return exchange(socket);
    }
  }

  private static String exchange(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** By the JDK's own tool: a certificate of its own for localhost. */
  private Path keyStore() throws IOException, InterruptedException {
    Path keys = folder.resolve("keys.p12");
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                tool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "vanguard",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keys.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(made.waitFor()).as(Files.readString(folder.resolve("keytool.log"))).isZero();
    return keys;
  }
}
