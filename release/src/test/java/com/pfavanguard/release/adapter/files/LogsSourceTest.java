package com.pfavanguard.release.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.release.adapter.Observation;
import com.pfavanguard.release.adapter.Query;
import com.pfavanguard.release.adapter.Release;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsSourceTest {
  private static final Instant NOW = Instant.parse("2026-11-25T13:00:00Z");
  private static final String LOG =
      """
      2026-11-25T11:00:00.100Z ERROR com.zaxxer.hikari.pool.HikariPool [] before the release
      2026-11-25T12:30:00.100Z ERROR com.zaxxer.hikari.pool.HikariPool [] secret=abc
      2026-11-25T12:31:00.100Z WARN  com.pfavanguard.identity.web.Login [] no
      2026-11-25T12:32:00.100Z INFO  com.pfavanguard.identity.web.Login [] yes
      \tat something.of.a.Trace
      {"@timestamp":"2026-11-25T12:33:00Z","log":{"level":"ERROR","logger":"o.s.web.X"},"message":"m"}
      """;

  @TempDir private Path folder;

  @Test
  void countsByLevelAndCategorySinceTheDeployment() throws IOException {
    Files.writeString(folder.resolve("new.log"), LOG);
    assertThat(read("level=ERROR").reading()).isEqualTo(count(2));
    assertThat(read("category=database level>=WARN").reading()).isEqualTo(count(1));
    assertThat(read("category=authentication level>=WARN").reading()).isEqualTo(count(1));
  }

  @Test
  void evidenceHoldsHeadsOnly() throws IOException {
    Files.writeString(folder.resolve("new.log"), LOG);
    assertThat(read("level=ERROR").answer()).contains("HikariPool").doesNotContain("secret=abc");
  }

  @Test
  void withoutALogThereIsNothingAndNotZero() {
    assertThat(read("level=ERROR").reading()).isInstanceOf(Reading.Nothing.class);
  }

  private static Reading count(int number) {
    return new Reading.Level(
        new com.pfavanguard.release.judge.Quantity(
            java.math.BigDecimal.valueOf(number), Unit.COUNT));
  }

  private Observation read(String what) {
    Release release = new Release("r-1", "v4", "4.0.0", null, folder);
    return new LogsSource(
            query -> List.of(folder.resolve("new.log")), Clock.fixed(NOW, ZoneOffset.UTC))
        .read(new Query(what, null, Unit.COUNT, null, NOW.minusSeconds(3600), release));
  }
}
