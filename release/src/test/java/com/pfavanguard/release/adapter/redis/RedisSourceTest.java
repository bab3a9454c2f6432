package com.pfavanguard.release.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.release.adapter.Query;
import com.pfavanguard.release.adapter.Release;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real redis-server, where one is installed. */
class RedisSourceTest {
  private static final Path SERVER = Path.of("/usr/bin/redis-server");

  private static final Reading ONE = new Reading.Level(new Quantity(BigDecimal.ONE, Unit.COUNT));

  @TempDir private Path folder;
  private @Nullable Process redis;

  @AfterEach
  void stop() throws InterruptedException {
    if (redis != null) {
      redis.destroy();
      redis.waitFor();
    }
  }

  @Test
  void answersAndTellsItsShareOfMemory() throws IOException {
    URI address = start("--maxmemory", "64mb");
    assertThat(read(address, "ping")).isEqualTo(ONE);
    assertThat(read(address, "used_memory/maxmemory"))
        .isInstanceOfSatisfying(
            Reading.Level.class,
            level ->
                assertThat(level.value().inBaseUnits()).isBetween(BigDecimal.ZERO, BigDecimal.ONE));
  }

  @Test
  void withoutALimitTheShareHasNoValue() throws IOException {
    URI address = start("--maxmemory", "0");
    assertThat(read(address, "used_memory/maxmemory")).isInstanceOf(Reading.Broken.class);
  }

  @Test
  void aWrongPasswordIsBrokenAndNotRepeated() throws IOException {
    URI address = start("--requirepass", "right");
    URI wrong = URI.create("redis://:wrong-one@127.0.0.1:" + address.getPort());
    assertThat(read(wrong, "ping"))
        .isInstanceOfSatisfying(
            Reading.Broken.class, broken -> assertThat(broken.why()).doesNotContain("wrong-one"));
    assertThat(read(URI.create("redis://:right@127.0.0.1:" + address.getPort()), "ping"))
        .isEqualTo(ONE);
  }

  @Test
  void nobodyThereIsBroken() {
    assertThat(read(URI.create("redis://127.0.0.1:1"), "ping")).isInstanceOf(Reading.Broken.class);
  }

  private static Reading read(URI address, String what) {
    Release release = new Release("r-1", "v4", "4.0.0", null, Path.of("."));
    return new RedisSource(address, Clock.systemUTC())
        .read(new Query(what, null, Unit.COUNT, null, Instant.EPOCH, release))
        .reading();
  }

  private URI start(String option, String value) throws IOException {
    boolean installed = Files.isExecutable(SERVER);
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      assertThat(installed).as("CI has redis-server").isTrue();
    }
    Assumptions.assumeTrue(installed, "redis-server is not installed");
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    redis =
        new ProcessBuilder(
                List.of(
                    SERVER.toString(),
                    "--port",
                    "" + port,
                    "--save",
                    "",
                    option,
                    value,
                    "--dir",
                    folder.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.log").toFile())
            .start();
    Awaitility.await()
        .until(() -> Files.readString(folder.resolve("redis.log")).contains("Ready to accept"));
    return URI.create("redis://127.0.0.1:" + port);
  }
}
