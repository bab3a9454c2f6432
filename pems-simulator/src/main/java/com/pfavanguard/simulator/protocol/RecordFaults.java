package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.fault.Fault;
import com.pfavanguard.simulator.fault.Occasion;
import com.pfavanguard.simulator.fault.Strike;
import com.pfavanguard.simulator.fault.Strikes;
import com.pfavanguard.simulator.record.PfaRecord;
import com.pfavanguard.simulator.record.RecordKey;
import com.pfavanguard.simulator.store.OrganizationRecords;
import com.pfavanguard.simulator.store.RecordStore;
import com.pfavanguard.simulator.store.Write;
import java.util.Optional;

/** What other people do to the record that a request is about. */
final class RecordFaults {
  private final RecordStore store;
  private final Occasion occasion;
  private final Strikes strikes;

  RecordFaults(RecordStore store, Occasion occasion, Strikes strikes) {
    this.store = store;
    this.occasion = occasion;
    this.strikes = strikes;
  }

  void beforeOperation(Operation operation) {
    if (operation != Operation.GET) {
      edits();
    }
    strikes.first(Fault.RecordDeleted.class).ifPresent(this::delete);
    if (operation.isWrite()) {
      strikes
          .first(Fault.ReadOnlyRecord.class)
          .ifPresent(
              fault -> {
                throw PemsRefusal.invalid(fault.message());
              });
    }
  }

  void afterOperation(Operation operation) {
    if (operation == Operation.GET) {
      edits();
    }
  }

  private void edits() {
    for (Strike strike : strikes.all()) {
      if (strike.fault() instanceof Fault.ConcurrentEdit edit) {
        target(edit, strike)
            .ifPresent(
                key ->
                    store.commit(
                        key,
                        Write.Action.EDIT,
                        edit.user(),
                        before ->
                            Optional.of(
                                before.orElseThrow(PemsRefusal::notFound).with(edit.fields()))));
      }
    }
  }

  /** The record named, the request's own, or any of the organization's. */
  private Optional<RecordKey> target(Fault.ConcurrentEdit edit, Strike strike) {
    OrganizationRecords records = store.of(occasion.organization());
    String own = edit.pfaId().orElse(occasion.pfaId());
    if (!own.isEmpty()) {
      return records.find(own).map(PfaRecord::key);
    }
    int count = records.count();
    return count == 0
        ? Optional.empty()
        : Optional.of(records.walk().skip(strike.dice().below(count)).next().key());
  }

  private void delete(Fault.RecordDeleted fault) {
    RecordKey key = new RecordKey(occasion.organization(), occasion.pfaId());
    if (store.find(key).isPresent()) {
      store.commit(key, Write.Action.DELETE, fault.user(), before -> Optional.empty());
    }
  }
}
