package com.pfavanguard.flags;

import com.pfavanguard.kernel.CoalescedTask;
import com.pfavanguard.kernel.database.DatabaseSignals;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The feature flags as of at most half a second ago: a switch in psql announces itself, and the
 * flags are read again twice a second in case the announcement was lost. Answers never touch the
 * database.
 */
@Component
public class Flags {
  /** Lets workers claim queued edits and write them to PEMS. */
  public static final String AUTO_SYNC = "auto_sync";

  /** Lets PEMS be read on schedule. */
  public static final String AUTO_READ = "auto_read";

  /** Keeps people from writing, administrators excepted. */
  public static final String MAINTENANCE = "maintenance";

  private final FlagStore store;
  private final CoalescedTask refresh;
  private volatile FlagStates states;

  Flags(FlagStore store, DatabaseSignals signals) {
    this.store = store;
    this.refresh = new CoalescedTask("read flags", this::read);
    this.states = store.readAll();
    signals.on("vanguard_flags", this::read);
  }

  /** Whether the flag is on for everybody; an unknown flag is off. */
  public boolean enabled(String flag) {
    return states.enabled(flag);
  }

  /** What the flag tells people, whether it is on or not. */
  public Notice notice(String flag) {
    return states.notice(flag);
  }

  /**
   * Whether queued edits of this organization are written now: on for all and not paused for it.
   */
  public boolean autoSyncRuns(String organizationId) {
    return runs(AUTO_SYNC, organizationId);
  }

  /** Whether the flag is on for all and not off for this organization. */
  public boolean runs(String flag, String organizationId) {
    return states.enabled(flag) && states.enabledFor(flag, organizationId);
  }

  @Scheduled(fixedRate = 500)
  void refresh() {
    refresh.request();
  }

  FlagStates states() {
    return states;
  }

  private void read() {
    states = store.readAll();
  }
}
