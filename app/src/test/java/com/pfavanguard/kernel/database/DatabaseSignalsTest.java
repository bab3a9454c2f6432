package com.pfavanguard.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class DatabaseSignalsTest {
  @Autowired DatabaseSignals signals;
  @Autowired TestDatabase database;
  @Autowired TransactionTemplate transactions;

  @Test
  void aNotificationFromAnywhereWakesTheListener() {
    AtomicInteger heard = listenOn("test_wake");

    database.as("operator").sql("SELECT count(pg_notify('test_wake', 'x'))").query().singleValue();

    await().until(() -> heard.get() > 0);
  }

  @Test
  void aListenerIsToldToLookAgainAfterTheConnectionBroke() {
    AtomicInteger heard = listenOn("test_reconnect");

    assertThat(breakTheConnection()).isPositive();

    await().until(() -> heard.get() > 0);
    heard.set(0);
    signals.notify("test_reconnect");
    await().until(() -> heard.get() > 0);
  }

  @Test
  void aSignalIsSentOnlyAfterItsTransactionCommitted() {
    AtomicInteger heard = listenOn("test_commit");
    AtomicInteger later = listenOn("test_later");

    transactions.executeWithoutResult(
        status -> {
          signals.notify("test_commit");
          status.setRollbackOnly();
        });
    signals.notify("test_later");
    await().until(() -> later.get() > 0);
    assertThat(heard).hasValue(0);

    transactions.executeWithoutResult(status -> signals.notify("test_commit"));
    await().until(() -> heard.get() > 0);
  }

  private AtomicInteger listenOn(String channel) {
    AtomicInteger heard = new AtomicInteger();
    signals.on(channel, heard::incrementAndGet);
    // The reader takes up a new channel between two waits; only then can it hear anything.
    await()
        .until(
            () -> {
              signals.notify(channel);
              return heard.get() > 0;
            });
    await().until(() -> heard.getAndSet(0) == 0);
    return heard;
  }

  private long breakTheConnection() {
    return database
        .as("app")
        .sql(
            """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
             WHERE application_name = 'pfa-vanguard-signals' AND datname = current_database()
            """)
        .query(Long.class)
        .single();
  }
}
