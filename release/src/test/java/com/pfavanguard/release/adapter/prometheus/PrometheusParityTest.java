package com.pfavanguard.release.adapter.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same process sampled by a real Prometheus and by the tool: gates get the same numbers from
 * both, as far as two samplers of one second can agree.
 */
class PrometheusParityTest {
  private static final Path PROGRAM = Path.of("/usr/bin/prometheus");
  private static final List<String> QUERIES =
      List.of(
          "sum(increase(requests_total{code=~\"5..\"}[6s]))",
          "sum(rate(requests_total[6s]))",
          "histogram_quantile(0.95, sum by (le) (rate(latency_bucket[6s]))) * 1000",
          "max(queue{state=\"pending\"})",
          "max_over_time(sum(queue)[6s:1s])",
          "avg_over_time((time() - max(beat) < bool 30)[5s:1s]) * 100",
          "sum(changes(start[6s]))",
          "count(ALERTS{severity=\"P1\"}) or vector(0)",
          "count(count by (state) (queue))",
          "sum(queue) / on () count(queue)",
          "queue{state=\"pending\"} > 5 and on () max(queue) == 7");

  @TempDir private Path folder;
  private final long begun = System.nanoTime();

  @Test
  void bothSamplersAnswerAlike() throws IOException, InterruptedException {
    boolean installed = Files.isExecutable(PROGRAM);
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      assertThat(installed).as("CI has prometheus").isTrue();
    }
    Assumptions.assumeTrue(installed, "prometheus is not installed");
    HttpServer product = product();
    int port = free();
    Process prometheus = prometheus(port, product.getAddress().getPort());
    AlertRules rules = AlertRules.read(noRules(), 1).mention(String.join(" ", QUERIES));
    URI metrics = URI.create("http://127.0.0.1:%d/".formatted(product.getAddress().getPort()));
    try (SampledMetrics sampled =
        new SampledMetrics(
            () -> List.of(new SampledMetrics.Target(metrics, Map.of())),
            rules,
            Duration.ofSeconds(1),
            Clock.systemUTC())) {
      PrometheusApi real = new PrometheusApi(URI.create("http://127.0.0.1:" + port));
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(() -> one(real, "count_over_time(queue{state=\"pending\"}[8s])") >= 7);
      Instant now = Instant.now();
      for (String query : QUERIES) {
        double theirs = one(real, query.replace("ALERTS", "absent_here"), now);
        assertThat(one(sampled, query, now))
            .as(query)
            .isCloseTo(theirs, within(Math.max(0.5, theirs * 0.2)));
      }
    } finally {
      prometheus.destroy();
      prometheus.waitFor();
      product.stop(0);
    }
  }

  private static double one(Metrics metrics, String query) throws IOException {
    return one(metrics, query, Instant.now());
  }

  private static double one(Metrics metrics, String query, Instant at) throws IOException {
    List<Double> values = metrics.ask(query, at).values();
    assertThat(values).as(query).hasSize(1);
    return values.getFirst();
  }

  private HttpServer product() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = exposition().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  /** Counters that grow with time alone. */
  private String exposition() {
    double seconds = (System.nanoTime() - begun) / 1e9;
    return """
        requests_total{code="200"} %f
        requests_total{code="503"} %f
        latency_bucket{le="0.1"} %f
        latency_bucket{le="0.5"} %f
        latency_bucket{le="+Inf"} %f
        queue{state="pending"} 7
        queue{state="failed"} 1
        beat %f
        start 100
        """
        .formatted(
            1000 + seconds * 200,
            50 + seconds * 10,
            seconds * 50,
            seconds * 99,
            seconds * 100,
            System.currentTimeMillis() / 1000.0);
  }

  private Process prometheus(int port, int target) throws IOException {
    Path config = folder.resolve("prometheus.yml");
    Files.writeString(
        config,
        """
        global: {scrape_interval: 1s}
        scrape_configs:
          - job_name: product
            metrics_path: /
            static_configs: [{targets: ["127.0.0.1:%d"]}]
        """
            .formatted(target));
    return new ProcessBuilder(
            PROGRAM.toString(),
            "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("prometheus.log").toFile())
        .start();
  }

  private Path noRules() throws IOException {
    return Files.writeString(folder.resolve("rules.yml"), "groups: []\n");
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
