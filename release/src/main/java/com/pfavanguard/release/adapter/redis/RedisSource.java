package com.pfavanguard.release.adapter.redis;

import com.pfavanguard.release.adapter.Observation;
import com.pfavanguard.release.adapter.Query;
import com.pfavanguard.release.adapter.Source;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * {@code ping}, and fields of INFO: {@code used_memory}, or a share {@code used_memory/maxmemory},
 * which has no value where Redis has no limit.
 */
public final class RedisSource implements Source {
  private final URI address;
  private final Clock clock;

  /**
   * @param address {@code redis://user:password@host:port}, or rediss
   */
  public RedisSource(URI address, Clock clock) {
    this.address = address;
    this.clock = clock;
  }

  @Override
  public Observation read(Query query) {
    Instant now = clock.instant();
    try (RedisLine redis = RedisLine.open(address)) {
      String answer = redis.ask(query.read().equals("ping") ? "PING" : "INFO");
      return new Observation(reading(query, answer), query.read(), now, answer);
    } catch (IOException | RuntimeException e) {
      String why = e instanceof IOException ? String.valueOf(e.getMessage()) : "no usable answer";
      return new Observation(new Reading.Broken(why), query.read(), now, "");
    }
  }

  private static Reading reading(Query query, String answer) {
    if (query.read().equals("ping")) {
      return level(answer.equals("PONG") ? BigDecimal.ONE : BigDecimal.ZERO, Unit.COUNT);
    }
    Map<String, String> fields = RedisLine.fields(answer);
    String[] path = query.read().split("/", -1);
    BigDecimal value = new BigDecimal(fields.getOrDefault(path[0], "0"));
    if (path.length == 1) {
      return level(value, query.unit() == null ? Unit.COUNT : query.unit());
    }
    BigDecimal whole = new BigDecimal(fields.getOrDefault(path[1], "0"));
    return whole.signum() == 0
        ? new Reading.Broken("Redis has no " + path[1] + ": the share has no value")
        : level(value.divide(whole, MathContext.DECIMAL64), Unit.RATIO);
  }

  private static Reading level(BigDecimal value, Unit unit) {
    return new Reading.Level(new Quantity(value, unit));
  }
}
