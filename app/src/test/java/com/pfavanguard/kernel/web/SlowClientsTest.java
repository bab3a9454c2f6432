package com.pfavanguard.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.kernel.ApiException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Clients that send a byte now and then, always in time for Tomcat's own patience. */
class SlowClientsTest {
  private static final Duration PATIENCE = Duration.ofMillis(400);

  @TempDir Path folder;
  private final Tomcat tomcat = new Tomcat();

  /** Answers without reading when asked so, else with the length of what it read. */
  private static final class Echo extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (request.getRequestURI().equals("/refused")) {
        response.setStatus(403);
        return;
      }
      try {
        response.getWriter().print(request.getInputStream().readAllBytes().length);
      } catch (ApiException refusal) {
        response.setStatus(refusal.status());
      }
    }
  }

  @BeforeEach
  void serve() throws LifecycleException {
    Connector connector = new Connector(PatientHttp.class.getName());
    connector.setPort(0);
    ((PatientHttp) connector.getProtocolHandler()).setPatience(PATIENCE);
    ((PatientHttp) connector.getProtocolHandler()).setConnectionTimeout(20_000);
    tomcat.setBaseDir(folder.toString());
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "echo", new Echo());
    context.addServletMappingDecoded("/*", "echo");
    FilterDef bounded = new FilterDef();
    bounded.setFilterName("bounded");
    bounded.setFilter(new BoundedBodies(DataSize.ofMegabytes(1), PATIENCE, statusOnly()));
    context.addFilterDef(bounded);
    FilterMap everywhere = new FilterMap();
    everywhere.setFilterName("bounded");
    everywhere.addURLPattern("/*");
    context.addFilterMap(everywhere);
    tomcat.start();
  }

  @AfterEach
  void stop() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  @Test
  void aHeadThatNeverEndsIsCutOff() {
    assertThat(drip("GET /read HTTP/1.1\r\nHost: x\r\nX-Slow: ")).isEmpty();
  }

  @Test
  void aRequestLineThatNeverEndsIsCutOff() {
    assertThat(drip("GET /rea")).isEmpty();
  }

  @Test
  void aBodyThatNeverEndsIsRefused() {
    assertThat(drip("POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"))
        .startsWith("HTTP/1.1 408");
  }

  @Test
  void chunksThatNeverEndAreRefused() {
    assertThat(drip("POST /read HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n"))
        .startsWith("HTTP/1.1 408");
  }

  @Test
  void aBodyThatNobodyReadsHoldsTheConnectionNoLonger() {
    assertThat(drip("POST /refused HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void aBodyThatIsTooLongToBeReadHoldsItNeither() {
    assertThat(drip("POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n"))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void whoIsNotSlowIsServedAndMayAskAgain() throws IOException {
    try (Socket socket = connect()) {
      String request = "POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello";
      socket
          .getOutputStream()
          .write(
              (request
                      + request.replace("/read", "/refused")
                      + request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"))
                  .getBytes(StandardCharsets.US_ASCII));
      String answers =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
      assertThat(answers).contains("HTTP/1.1 403");
    }
  }

  /** Sends a byte every few milliseconds until the server has closed; what it answered. */
  private String drip(String start) {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(start.getBytes(StandardCharsets.US_ASCII));
      CompletableFuture<String> answer =
          CompletableFuture.supplyAsync(() -> readAll(socket), Thread.ofVirtual()::start);
      await()
          .atMost(Duration.ofSeconds(15))
          .pollInterval(Duration.ofMillis(20))
          .until(
              () -> {
                try {
                  out.write('a');
                } catch (IOException e) {
                  // Closed; what had been answered is with the reader.
                }
                return answer.isDone();
              });
      return answer.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String readAll(Socket socket) {
    StringBuilder text = new StringBuilder();
    try {
      int next = socket.getInputStream().read();
      while (next >= 0) {
        text.append((char) next);
        next = socket.getInputStream().read();
      }
    } catch (IOException e) {
      // Reset under us: what came before counts.
    }
    return text.toString();
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
  }

  private static HandlerExceptionResolver statusOnly() {
    return (request, response, handler, problem) -> {
      response.setStatus(problem instanceof ApiException refusal ? refusal.status() : 500);
      return new ModelAndView();
    };
  }
}
