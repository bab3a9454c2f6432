package com.pfavanguard.pems.budget;

import com.pfavanguard.kernel.redis.SharedRedis;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Slots in Redis: one number per connection, moved on by one script per batch and by the clock of
 * Redis. A lost number costs nothing: the sequence begins anew with the next slot.
 */
final class RedisSlots implements Slots {
  private static final String USE = "pems_budget";
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

  private final SharedRedis redis;
  private final Slots without;

  /**
   * @param without for while Redis is away. Processes of which only some see Redis count apart in
   *     that time; PEMS's own 429 then slows all of them
   */
  RedisSlots(SharedRedis redis, Slots without) {
    this.redis = redis;
    this.without = without;
    redis.announce(USE);
  }

  @Override
  public Duration book(String connectionId, Pace pace, int wanted) {
    return redis.orElse(
        USE,
        connection -> book(connection, connectionId, pace, wanted),
        () -> without.book(connectionId, pace, wanted));
  }

  private static Duration book(
      StatefulRedisConnection<String, byte[]> connection,
      String connectionId,
      Pace pace,
      int wanted) {
    byte[] micros =
        connection
            .sync()
            .eval(
                BOOK,
                ScriptOutputType.VALUE,
                new String[] {PREFIX + connectionId},
                text(Double.toString(pace.saved())),
                text(Integer.toString(wanted)),
                text(Double.toString(pace.slot().toNanos() / 1000.0)));
    return Duration.ofNanos(Long.parseLong(new String(micros, StandardCharsets.US_ASCII)) * 1000);
  }

  private static byte[] text(String value) {
    return value.getBytes(StandardCharsets.US_ASCII);
  }
}
