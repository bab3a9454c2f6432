package com.pfavanguard.writeback.worker;

import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.SyncFact;
import com.pfavanguard.writeback.domain.Claim;
import com.pfavanguard.writeback.domain.Room;
import com.pfavanguard.writeback.store.ClaimStore;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims and leases, each change in a transaction of its own: none is ever open while PEMS is
 * asked.
 */
@Component
@Role.Worker
class ClaimDesk {
  private final ClaimStore claims;
  private final WorkerIdentity worker;
  private final WorkerProperties properties;
  private final ApplicationEventPublisher events;
  private final AttemptJournal journal;

  ClaimDesk(
      ClaimStore claims,
      WorkerIdentity worker,
      WorkerProperties properties,
      ApplicationEventPublisher events,
      AttemptJournal journal) {
    this.claims = claims;
    this.worker = worker;
    this.properties = properties;
    this.events = events;
    this.journal = journal;
  }

  @Transactional
  public ClaimStore.Claimed claim(List<Room> rooms) {
    ClaimStore.Claimed look = claims.claim(worker.id(), properties.lease(), rooms);
    List<Claim> claimed = look.claims();
    if (!claimed.isEmpty()) {
      journal.begun(claimed);
      events.publishEvent(new SyncFact.Batch(claimed.stream().map(OutcomeFacts::started).toList()));
    }
    return look;
  }

  @Transactional
  public void renew(Collection<Claim> inFlight) {
    claims.renew(inFlight, properties.lease());
  }

  @Transactional
  public void reclaimExpired() {
    claims.reclaimExpired();
  }

  @Transactional
  public void release(Collection<Claim> inFlight) {
    claims.release(inFlight);
  }
}
