package com.pfavanguard.trial.stage;

import com.pfavanguard.trial.check.Evidence.RecordState;
import com.pfavanguard.trial.check.Evidence.Traffic;
import com.pfavanguard.trial.check.PemsWrite;
import com.pfavanguard.trial.check.RecordKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The two PEMS tenants of a trial, each a simulator of its own: one organization has a tenant for
 * itself, the others share theirs.
 *
 * @param main where the others are
 * @param second where {@link #ALONE} is
 */
public record Tenants(PemsControl main, PemsControl second) {
  /** The organization that has a tenant for itself. */
  public static final String ALONE = Accounts.ORGANIZATIONS.getLast();

  /** Those that share the main tenant. */
  public static final List<String> TOGETHER =
      List.copyOf(Accounts.ORGANIZATIONS.subList(0, Accounts.ORGANIZATIONS.size() - 1));

  private PemsControl of(RecordKey record) {
    return record.organization().equals(ALONE) ? second : main;
  }

  List<PemsControl> all() {
    return List.of(main, second);
  }

  /** As {@link PemsControl#edit}. */
  public boolean edit(RecordKey record, String user, Map<String, String> fields)
      throws IOException, InterruptedException {
    return of(record).edit(record, user, fields);
  }

  public RecordState record(RecordKey record) throws IOException, InterruptedException {
    return of(record).record(record);
  }

  /** The log of one tenant after that of the other; no record is in both. */
  public List<PemsWrite> writes() throws IOException, InterruptedException {
    List<PemsWrite> writes = new ArrayList<>();
    for (PemsControl tenant : all()) {
      writes.addAll(tenant.writes());
    }
    return writes;
  }

  public void noFaults() throws IOException, InterruptedException {
    for (PemsControl tenant : all()) {
      tenant.noFaults();
    }
  }

  /** How often each kind of fault has struck. */
  public Map<String, Integer> struck() {
    Map<String, Integer> struck = new HashMap<>();
    all()
        .forEach(
            tenant -> tenant.struck().forEach((kind, n) -> struck.merge(kind, n, Integer::sum)));
    return struck;
  }

  public Traffic traffic() throws IOException, InterruptedException {
    Traffic one = main.traffic();
    Traffic other = second.traffic();
    return new Traffic(one.requests() + other.requests(), one.refused() + other.refused());
  }
}
