package com.pfavanguard.trial;

import com.pfavanguard.trial.mutant.PemsProxy;
import com.pfavanguard.trial.stage.Disguise;
import com.pfavanguard.trial.stage.PemsControl;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Holds one request at a chosen point of its way to PEMS and back, until it is let go. */
final class Turnstile implements Disguise {
  private static final int PATIENCE_SECONDS = 90;

  private final AtomicReference<@Nullable Stop> armed = new AtomicReference<>();
  private final List<PemsProxy> proxies = new ArrayList<>();

  /** Where a request can be held. */
  enum Point {
    BEFORE_THE_READ("GET", true),
    AFTER_THE_READ("GET", false),
    BEFORE_THE_WRITE_IS_HEARD("UPDATE", true),
    AFTER_THE_WRITE_BEFORE_ITS_ANSWER("UPDATE", false);

    private final String action;
    private final boolean before;

    Point(String action, boolean before) {
      this.action = action;
      this.before = before;
    }
  }

  /** One request held. */
  static final class Stop {
    private final Point point;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private Stop(Point point) {
      this.point = point;
    }

    /** Returns false when nobody came. */
    boolean awaitReached() throws InterruptedException {
      return reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** What was held goes on, though who sent it may be dead: it comes late, as networks do. */
    void release() {
      released.countDown();
    }
  }

  /** Holds the next request that comes to this point. */
  Stop arm(Point point) {
    Stop stop = new Stop(point);
    armed.set(stop);
    return stop;
  }

  private HttpResponse<byte[]> pass(String action, ObjectNode body, PemsProxy.Upstream pems)
      throws IOException, InterruptedException {
    Stop stop = armed.get();
    boolean ours =
        stop != null && stop.point.action.equals(action) && armed.compareAndSet(stop, null);
    if (!ours || stop == null) {
      return pems.send(PemsProxy.bytes(body));
    }
    if (stop.point.before) {
      hold(stop);
      return pems.send(PemsProxy.bytes(body));
    }
    HttpResponse<byte[]> answer = pems.send(PemsProxy.bytes(body));
    hold(stop);
    return answer;
  }

  private static void hold(Stop stop) throws InterruptedException {
    stop.reached.countDown();
    boolean _ = stop.released.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public String pemsUrl(String real, PemsControl control) throws IOException {
    PemsProxy proxy = new PemsProxy(real, this::pass);
    proxies.add(proxy);
    return proxy.url();
  }

  @Override
  public Map<String, String> workerSettings() {
    return Map.of();
  }

  @Override
  public void close() {
    proxies.forEach(PemsProxy::close);
  }
}
