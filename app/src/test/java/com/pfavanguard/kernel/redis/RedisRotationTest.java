package com.pfavanguard.kernel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.kernel.secret.LiveSecrets;
import com.pfavanguard.secrets.SecretValue;
import com.pfavanguard.testing.TestRedis;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedisRotationTest {
  private volatile String url = "";

  @Test
  void aChangedPasswordIsFoundByWhoIsRefusedAndByWhoIsConnected() {
    try (TestRedis server = new TestRedis()) {
      LiveSecrets secrets =
          new LiveSecrets(name -> Optional.of(new SecretValue(url, null, "test")));
      url = server.url().replace("//", "//:old@");
      assertThat(secrets.text(com.pfavanguard.secrets.SecretName.REDIS)).contains("old");
      change(server.url(), "new");
      url = server.url().replace("//", "//:new@");
      try (SharedRedis redis =
          new SharedRedis(
              new RedisAddress.Kept(secrets), Duration.ofSeconds(5), new SimpleMeterRegistry())) {
        await().until(() -> answers(redis));

        change(url, "newest");
        url = server.url().replace("//", "//:newest@");
        secrets.readAllAgain();
        assertThat(answers(redis)).isTrue();
        change(url, "");
      }
    }
  }

  private static boolean answers(SharedRedis redis) {
    return redis.orElse("test", to -> to.sync().ping().equals("PONG"), () -> false);
  }

  private static void change(String url, String password) {
    try (RedisClient client = RedisClient.create(url);
        var connection = client.connect()) {
      connection.sync().configSet("requirepass", password);
    }
  }
}
