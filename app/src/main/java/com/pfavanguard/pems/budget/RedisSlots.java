package com.pfavanguard.pems.budget;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Slots in Redis: one number per connection, moved on by one script per batch and by the clock of
 * Redis. A lost number costs nothing: the sequence begins anew with the next slot.
 */
final class RedisSlots implements Slots, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String PREFIX = "vanguard:pems-slot:";

  // Microseconds. A number nobody has moved for a minute says no more than none.
  private static final String BOOK =
      """
      local time = redis.call('TIME')
      local now = time[1] * 1000000 + time[2]
      local first = now - ARGV[1] * ARGV[3]
      local kept = tonumber(redis.call('GET', KEYS[1]) or '0')
      if kept > first then first = kept end
      redis.call('SET', KEYS[1], string.format('%.0f', first + ARGV[2] * ARGV[3]), 'PX',
        string.format('%.0f', math.max(0, first + ARGV[2] * ARGV[3] - now) / 1000 + 60000))
      return string.format('%.0f', first - now)
      """;

  private final RedisClient client;
  private @Nullable StatefulRedisConnection<String, String> connection;

  /**
   * @param url {@code redis://…}; connected to with the first booking, so that a process starts
   *     without Redis too
   */
  RedisSlots(String url) {
    RedisURI address = RedisURI.create(url);
    address.setTimeout(PATIENCE);
    this.client = RedisClient.create(address);
  }

  @Override
  public Duration book(String connectionId, Pace pace, int wanted) {
    String micros =
        connection()
            .sync()
            .eval(
                BOOK,
                ScriptOutputType.VALUE,
                new String[] {PREFIX + connectionId},
                Double.toString(pace.saved()),
                Integer.toString(wanted),
                Double.toString(pace.slot().toNanos() / 1000.0));
    return Duration.ofNanos(Long.parseLong(micros) * 1000);
  }

  private synchronized StatefulRedisConnection<String, String> connection() {
    if (connection == null) {
      connection = client.connect();
    }
    return connection;
  }

  @Override
  public void close() {
    client.shutdown();
  }
}
