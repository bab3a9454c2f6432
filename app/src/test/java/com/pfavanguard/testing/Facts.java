package com.pfavanguard.testing;

import com.pfavanguard.kernel.SyncFact;
import com.pfavanguard.kernel.Tenancy;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;

/** Makes things happen that browsers want to see, each in a transaction of its own. */
public final class Facts {
  private final Tenancy tenancy;
  private final ApplicationEventPublisher events;

  public Facts(ApplicationContext server) {
    this.tenancy = server.getBean(Tenancy.class);
    this.events = server;
  }

  /** Publishes one batch of facts in one transaction. */
  public void happen(String organizationId, int count) {
    happen(organizationId, count, Map.of("version", 2, "source", "write"));
  }

  public void happen(String organizationId, int count, Map<String, ?> data) {
    tenancy.within(
        organizationId,
        () -> {
          events.publishEvent(
              new SyncFact.Batch(
                  IntStream.range(0, count)
                      .mapToObj(
                          i ->
                              new SyncFact(
                                  SyncFact.Type.RECORD_CHANGED,
                                  organizationId,
                                  "PFA-" + i,
                                  null,
                                  data))
                      .toList()));
          return count;
        });
  }
}
