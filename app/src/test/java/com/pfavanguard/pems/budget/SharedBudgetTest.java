package com.pfavanguard.pems.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.simulator.fault.TokenBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class SharedBudgetTest {
  private static final int PER_SECOND = 50;

  private final Processes processes = new Processes();

  @Test
  void fourProcessesTogetherNeverExceedTheTenantsTokenBucket() throws Exception {
    TokenBucket tenant = new TokenBucket(System::nanoTime);
    AtomicInteger rejected = new AtomicInteger();
    AtomicInteger left = new AtomicInteger(6 * PER_SECOND);

    inParallel(
        budgets(4),
        8,
        budget -> {
          while (left.getAndDecrement() > 0) {
            try (var permit = permit(budget, Processes.target(PER_SECOND, 100, "RIO"))) {
              if (tenant.take(PER_SECOND, PER_SECOND) > 0) {
                rejected.incrementAndGet();
              }
              assertThat(permit).isNotNull();
            }
          }
        });

    assertThat(rejected).hasValue(0);
  }

  @Test
  void callsInFlightOfAllProcessesStayWithinTheSessions() throws Exception {
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger left = new AtomicInteger(300);

    inParallel(
        budgets(3),
        10,
        budget -> {
          while (left.getAndDecrement() > 0) {
            try (var permit = permit(budget, Processes.target(5_000, 5, "RIO"))) {
              most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
              TimeUnit.MILLISECONDS.sleep(10);
              inFlight.decrementAndGet();
              assertThat(permit).isNotNull();
            }
          }
        });

    assertThat(most).hasValueBetween(2, 5);
  }

  @Test
  void theSeatsOfAProcessThatDiedAreFreeWhenItsLeaseIsOver() {
    SeatStore seats = new SeatStore(processes.database().as("worker"));
    assertThat(seats.take("default", "dead", 4, 9, 4)).isEqualTo(4);
    assertThat(seats.take("default", "alive", 4, 9, 0)).isZero();

    processes
        .database()
        .as("owner")
        .sql("UPDATE pems_call_seat SET leased_until = clock_timestamp() WHERE process_id = 'dead'")
        .update();

    assertThat(seats.take("default", "alive", 4, 9, 0)).isEqualTo(4);
  }

  @Test
  void aNewcomerGetsItsPartWhenTheOthersHaveGivenBack() {
    SeatStore seats = new SeatStore(processes.database().as("worker"));
    seats.take("default", "first", 10, 9, 7);
    assertThat(seats.take("default", "second", 10, 9, 0)).isEqualTo(1);

    assertThat(seats.take("default", "first", 10, 9, 7)).isEqualTo(5);
    assertThat(seats.take("default", "second", 10, 9, 0)).isEqualTo(3);
    assertThat(seats.take("default", "first", 10, 2, 2)).isEqualTo(2);
    assertThat(seats.take("default", "second", 10, 9, 3)).isEqualTo(5);
  }

  @Test
  void withoutTheBudgetsStoreNothingIsSent() throws Exception {
    SharedBudget budget =
        processes.start(
            (connection, pace, wanted) -> {
              throw new DataAccessResourceFailureException("away");
            });

    Admission answer = budget.admit(Processes.target(PER_SECOND, 5, "RIO"));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Admission.Refused.class,
            refused -> assertThat(refused.why()).isInstanceOf(PemsFailure.NotSent.class));
    assertThat(budget.inFlight(Processes.connection(PER_SECOND, 5))).isZero();
  }

  @Test
  void whoeverStopsWaitingLeavesNoSeatTaken() throws Exception {
    SharedBudget budget = processes.start();
    PemsTarget slow = Processes.target(1, 5, "RIO");
    try (var _ = permit(budget, slow);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch waiting = new CountDownLatch(3);
      for (int i = 0; i < 3; i++) {
        threads.execute(
            () -> {
              waiting.countDown();
              try (var _ = permit(budget, slow)) {
                throw new AssertionError("came through");
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
      }
      waiting.await();
      threads.shutdownNow();
    }
    // The dispenser may be about to find out that nobody waits any more.
    await().until(() -> budget.inFlight(slow.connection()), taken -> taken == 0);
  }

  private List<SharedBudget> budgets(int count) {
    List<SharedBudget> budgets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      budgets.add(processes.start());
    }
    return budgets;
  }

  private static Admission.Permit permit(SharedBudget budget, PemsTarget target)
      throws InterruptedException {
    Admission admission = budget.admit(target);
    assertThat(admission).isInstanceOf(Admission.Permit.class);
    return (Admission.Permit) admission;
  }

  private interface Caller {
    void run(SharedBudget budget) throws Exception;
  }

  private static void inParallel(List<SharedBudget> budgets, int callers, Caller caller)
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          budgets.stream()
              .flatMap(budget -> java.util.stream.Stream.generate(() -> budget).limit(callers))
              .map(
                  budget ->
                      threads.submit(
                          () -> {
                            caller.run(budget);
                            return true;
                          }))
              .toList();
      for (var one : running) {
        assertThat(one.get()).isTrue();
      }
    }
  }
}
