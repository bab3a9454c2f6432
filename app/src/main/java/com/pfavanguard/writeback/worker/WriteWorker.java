package com.pfavanguard.writeback.worker;

import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.database.DatabaseSignals;
import com.pfavanguard.writeback.domain.Claim;
import com.pfavanguard.writeback.domain.Outcome;
import com.pfavanguard.writeback.domain.Room;
import com.pfavanguard.writeback.store.ClaimStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Moves queued edits to PEMS: one thread claims in sets, a virtual thread per claim talks to PEMS,
 * two threads record outcomes in batches. It wakes by signal; the poll is only the safety net.
 */
@Component
@Role.Worker
class WriteWorker implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(WriteWorker.class);
  private static final int RECORDERS = 2;
  private static final Duration SHORTLY = Duration.ofSeconds(3);
  private static final Duration CONTENDED = Duration.ofMillis(20);

  private final ClaimDesk claims;
  private final OutcomeWriter outcomes;
  private final PemsTargets targets;
  private final WitnessedAttempt attempt;
  private final WorkerProperties properties;

  private final InFlight inFlight = new InFlight();
  private final BlockingQueue<Boolean> wakeUps = new ArrayBlockingQueue<>(1);
  private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService claimLoop = Executors.newSingleThreadExecutor();
  private final ExecutorService recorders = Executors.newFixedThreadPool(RECORDERS);
  private volatile boolean claiming;
  private volatile boolean recording;

  WriteWorker(
      ClaimDesk claims,
      OutcomeWriter outcomes,
      PemsTargets targets,
      WitnessedAttempt attempt,
      WorkerProperties properties,
      DatabaseSignals signals) {
    this.claims = claims;
    this.outcomes = outcomes;
    this.targets = targets;
    this.properties = properties;
    this.attempt = attempt;
    signals.on("vanguard_queue", this::wake);
    signals.on("vanguard_flags", this::wake);
  }

  InFlight inFlight() {
    return inFlight;
  }

  @Override
  public void start() {
    claiming = true;
    recording = true;
    claimLoop.execute(this::claimUntilStopped);
    for (int i = 0; i < RECORDERS; i++) {
      recorders.execute(this::recordUntilStopped);
    }
    log.info("Worker is running, at most {} writes in flight", properties.maxInFlight());
  }

  /** Stops claiming, finishes what is in flight within the grace, hands the rest back. */
  @Override
  public void stop() {
    claiming = false;
    wake();
    try {
      end(claimLoop, SHORTLY);
      end(attempts, properties.grace());
      awaitRecorded();
      recording = false;
      end(recorders, SHORTLY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    claims.release(inFlight.all());
    log.info("Worker has stopped; {} writes handed back", inFlight.size());
  }

  private static void end(ExecutorService threads, Duration grace) throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      threads.shutdownNow();
    }
  }

  private void awaitRecorded() throws InterruptedException {
    Instant deadline = Instant.now().plus(SHORTLY);
    while (inFlight.size() > 0 && Instant.now().isBefore(deadline)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Override
  public boolean isRunning() {
    return claiming;
  }

  private void wake() {
    boolean _ = wakeUps.offer(Boolean.TRUE);
  }

  private void claimUntilStopped() {
    while (claiming) {
      try {
        ClaimStore.Claimed look = look();
        look.claims().forEach(inFlight::add);
        look.claims().forEach(this::begin);
        if (look.claims().isEmpty()) {
          Duration pause = look.contended() ? CONTENDED : properties.poll();
          var _ = wakeUps.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
      } catch (InterruptedException e) {
        return;
      } catch (DuplicateKeyException e) {
        log.debug("Two workers wanted the same record; looking again");
      } catch (RuntimeException e) {
        log.warn("Claiming failed; trying again in a moment: {}", e.getMessage());
        pause();
      }
    }
  }

  /** Connections that are full or cannot be called have no part in the look. */
  private ClaimStore.Claimed look() {
    List<Room> rooms = targets.rooms(inFlight);
    return rooms.isEmpty() ? new ClaimStore.Claimed(List.of(), false) : claims.claim(rooms);
  }

  private void begin(Claim claim) {
    attempts.execute(() -> outcomes.submit(attempt(claim)));
  }

  private Outcome attempt(Claim claim) {
    try {
      return attempt.run(claim, targets.of(claim.edit().key().organizationId()));
    } catch (RuntimeException | Error e) {
      // Whatever happened, the claim must end: without an outcome its lease would be renewed for
      // ever.
      log.error("Attempt on queue row {} broke", claim.queueId(), e);
      return attempt.broken(claim);
    }
  }

  private void recordUntilStopped() {
    while (recording) {
      try {
        outcomes.recordNext(this::settle);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.error("Recording outcomes broke", e);
      }
    }
  }

  private void settle(Outcome outcome) {
    inFlight.remove(outcome.claim());
    wake();
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
