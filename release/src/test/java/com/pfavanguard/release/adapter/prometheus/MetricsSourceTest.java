package com.pfavanguard.release.adapter.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.release.adapter.Observation;
import com.pfavanguard.release.adapter.Query;
import com.pfavanguard.release.adapter.Release;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Unit;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prometheus's HTTP API: whatever it answers that is no measurement opens no gate. */
class MetricsSourceTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private HttpServer prometheus;
  private volatile int status = 200;
  private volatile String answer = "";

  @BeforeEach
  void start() throws IOException {
    prometheus = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    prometheus.createContext(
        "/",
        exchange -> {
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    prometheus.start();
  }

  @AfterEach
  void stop() {
    prometheus.stop(0);
  }

  @Test
  void oneSeriesIsALevel() {
    answer = vector("\"0.45\"");
    assertThat(read("p95").reading()).isEqualTo(Reading.level(0.45, Unit.SECONDS));
  }

  @Test
  void nothingIsNothing() {
    answer = vector();
    assertThat(read("p95").reading()).isInstanceOf(Reading.Nothing.class);
  }

  @Test
  void twoSeriesNaNInfinityAndErrorsAreBroken() {
    answer = vector("\"1\"", "\"2\"");
    assertThat(read("p95").reading()).isInstanceOf(Reading.Broken.class);
    answer = vector("\"NaN\"");
    assertThat(read("p95").reading()).isInstanceOf(Reading.Broken.class);
    answer = vector("\"+Inf\"");
    assertThat(read("p95").reading()).isInstanceOf(Reading.Broken.class);
    answer = "{\"status\":\"error\"}";
    assertThat(read("p95").reading()).isInstanceOf(Reading.Broken.class);
    answer = "<html>";
    assertThat(read("p95").reading()).isInstanceOf(Reading.Broken.class);
    status = 500;
    assertThat(read("p95").reading()).isInstanceOf(Reading.Broken.class);
  }

  @Test
  void aPrometheusThatIsGoneIsBroken() {
    prometheus.stop(0);
    assertThat(read("p95").reading()).isInstanceOf(Reading.Broken.class);
  }

  @Test
  void theWindowNeverReachesBackBeforeTheDeployment() {
    answer = vector("\"1\"");
    assertThat(read("rate(x[{window}])").resolved()).isEqualTo("rate(x[40s])");
    assertThat(read("x{version=\"{version}\"}").resolved()).isEqualTo("x{version=\"4.0.0\"}");
  }

  private Observation read(String query) {
    Release release = new Release("r-1", "v4", "4.0.0", "3.9.0", Path.of("."));
    URI address = URI.create("http://127.0.0.1:" + prometheus.getAddress().getPort());
    return new MetricsSource(
            new PrometheusApi(address),
            new Dashboards(Path.of(".")),
            Clock.fixed(NOW, ZoneOffset.UTC))
        .read(
            new Query(
                query, null, Unit.SECONDS, Duration.ofHours(1), NOW.minusSeconds(40), release));
  }

  private static String vector(String... values) {
    StringBuilder result = new StringBuilder();
    for (String value : values) {
      result.append(result.isEmpty() ? "" : ",");
      result.append(
          "{\"metric\":{\"a\":\"%d\"},\"value\":[1,%s]}".formatted(result.length(), value));
    }
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[%s]}}"
        .formatted(result);
  }
}
