package com.pfavanguard.kernel.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of this process to Redis. Whoever uses it says what happens without: losing Redis
 * makes things less shared for a while, never wrong and never slow. It comes back by itself. Safe
 * for many threads.
 */
public final class SharedRedis implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SharedRedis.class);

  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);
  private static final Pattern REFUSED = Pattern.compile("WRONGPASS|NOAUTH|invalid password");
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final RedisAddress address;
  private final Duration timeout;
  private final @Nullable RedisClient client;
  private final MeterRegistry meters;
  private final AtomicLong askAgainAt = new AtomicLong(System.nanoTime());
  private @Nullable Line line;
  private volatile boolean away;

  /** The connection that was made with an address. */
  private record Line(String url, StatefulRedisConnection<String, byte[]> connection) {}

  /**
   * @param url empty for no Redis; connected to when first used, so that a process starts without
   * @param timeout of one command: a hanging Redis holds one caller up so long, once a second
   */
  public SharedRedis(String url, Duration timeout, MeterRegistry meters) {
    this(new RedisAddress.Fixed(url), timeout, meters);
  }

  SharedRedis(RedisAddress address, Duration timeout, MeterRegistry meters) {
    this.address = address;
    this.timeout = timeout;
    this.client = address.now().isBlank() ? null : client();
    this.meters = meters;
  }

  private static RedisClient client() {
    RedisClient client = RedisClient.create();
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_PATIENCE).build())
            .build());
    return client;
  }

  public boolean configured() {
    return client != null;
  }

  /** Whether the last use went well; true where there is none yet. */
  public boolean reachable() {
    return !away;
  }

  /**
   * Does something with Redis, or the other thing where there is none, or it is away.
   *
   * @param use names the purpose in {@code pfa_redis_fallbacks_total{use}}
   */
  public <T> T orElse(
      String use, Function<StatefulRedisConnection<String, byte[]>, T> with, Supplier<T> without) {
    if (client == null) {
      return without.get();
    }
    if (mayAsk()) {
      try {
        T result = with.apply(connection(client));
        cameBack();
        return result;
      } catch (RuntimeException e) {
        if (REFUSED.matcher(String.valueOf(root(e).getMessage())).find()) {
          // The next one to ask takes the new password.
          address.renew();
        }
        lost(e);
      }
    }
    fallbacks(use).increment();
    return without.get();
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** While it is away one caller a second finds out whether it still is. */
  private boolean mayAsk() {
    if (!away) {
      return true;
    }
    long at = askAgainAt.get();
    long now = System.nanoTime();
    return now - at >= 0 && askAgainAt.compareAndSet(at, now + PAUSE.toNanos());
  }

  private synchronized StatefulRedisConnection<String, byte[]> connection(RedisClient to) {
    String url = address.now();
    if (line == null || !line.url().equals(url)) {
      RedisURI uri = RedisURI.create(url);
      uri.setTimeout(timeout);
      Line fresh =
          new Line(url, to.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), uri));
      if (line != null) {
        var _ = line.connection().closeAsync();
      }
      line = fresh;
    }
    return line.connection();
  }

  private void cameBack() {
    if (away) {
      away = false;
      log.info("Redis answers again");
    }
  }

  private void lost(RuntimeException cause) {
    askAgainAt.set(System.nanoTime() + PAUSE.toNanos());
    if (!away) {
      away = true;
      log.warn("Redis is away, what servers share is kept elsewhere: {}", cause.getMessage());
    }
  }

  private Counter fallbacks(String use) {
    return Counter.builder("pfa.redis.fallbacks")
        .description("Uses that went without Redis because it was away")
        .tag("use", use)
        .register(meters);
  }

  /** Registers a use, so that its metric is there before Redis is away. */
  public void announce(String use) {
    if (configured()) {
      fallbacks(use);
    }
  }

  @Override
  public void close() {
    if (client != null) {
      client.shutdown(Duration.ZERO, CONNECT_PATIENCE);
    }
  }
}
