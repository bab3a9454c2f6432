package com.pfavanguard.kernel.database;

import com.pfavanguard.kernel.CoalescedTask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes other processes through PostgreSQL (NOTIFY) and is woken by them. A signal only says "look
 * again": it carries nothing, may be merged with others, and may be lost while the connection is
 * down, after which every listener is told to look. Whoever must not miss anything polls slowly
 * besides. Safe for many threads.
 */
@Component
public class DatabaseSignals implements SmartLifecycle {
  private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  /** At most 200 NOTIFYs a second per channel: each takes a lock at its commit. */
  private static final Duration BETWEEN_NOTIFICATIONS = Duration.ofMillis(5);

  private final Map<String, List<CoalescedTask>> listeners = new ConcurrentHashMap<>();
  private final Map<String, CoalescedTask> notifiers = new ConcurrentHashMap<>();
  private final DedicatedConnections connections;
  private final JdbcClient jdbc;
  private @Nullable SignalReader reader;

  DatabaseSignals(DedicatedConnections connections, JdbcClient jdbc) {
    this.connections = connections;
    this.jdbc = jdbc;
  }

  /**
   * Runs the listener on a virtual thread of its own soon after a signal on the channel, and
   * whenever the connection was (re)made. Signals during a run lead to one more run.
   */
  public void on(String channel, Runnable listener) {
    listeners
        .computeIfAbsent(checked(channel), _ -> new CopyOnWriteArrayList<>())
        .add(new CoalescedTask("signal " + channel, listener));
  }

  /**
   * Signals the channel after the current transaction has committed, or now when there is none;
   * never inside it. Returns at once; a burst becomes few notifications.
   */
  public void notify(String channel) {
    CoalescedTask notifier =
        notifiers.computeIfAbsent(
            checked(channel),
            name ->
                new CoalescedTask("notify " + name, BETWEEN_NOTIFICATIONS, () -> sendNow(name)));
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              notifier.request();
            }
          });
    } else {
      notifier.request();
    }
  }

  private void sendNow(String channel) {
    jdbc.sql("SELECT count(pg_notify(?, ''))").param(channel).query(Long.class).single();
  }

  Set<String> channels() {
    return listeners.keySet();
  }

  void dispatch(String channel) {
    listeners.getOrDefault(channel, List.of()).forEach(CoalescedTask::request);
  }

  void dispatchAll() {
    listeners.values().forEach(all -> all.forEach(CoalescedTask::request));
  }

  @Override
  public synchronized void start() {
    reader = SignalReader.start(this, connections);
  }

  @Override
  public synchronized void stop() {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return reader != null;
  }

  private static String checked(String channel) {
    if (!CHANNEL.matcher(channel).matches()) {
      throw new IllegalArgumentException("Not a channel name: " + channel);
    }
    return channel;
  }
}
