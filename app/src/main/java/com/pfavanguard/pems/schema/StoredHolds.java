package com.pfavanguard.pems.schema;

import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.database.DatabaseSignals;
import com.pfavanguard.pems.FieldHold;
import com.pfavanguard.pems.GridSchema;
import com.pfavanguard.pems.SchemaHolds;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps holds in the database, where every process sees them and claims ask for them. */
@Component
class StoredHolds implements SchemaHolds {
  private static final Logger log = LoggerFactory.getLogger(StoredHolds.class);

  private final SchemaStore store;
  private final TransactionOperations transactions;
  private final DatabaseSignals signals;

  StoredHolds(SchemaStore store, TransactionOperations transactions, DatabaseSignals signals) {
    this.store = store;
    this.transactions = transactions;
    this.signals = signals;
  }

  @Override
  public Set<PfaField> compare(String connectionId, GridSchema seen) {
    Map<PfaField, SchemaComparison.Drift> drifts =
        Objects.requireNonNull(
            transactions.execute(status -> compareInTransaction(connectionId, seen)));
    return drifts.isEmpty() ? Set.of() : EnumSet.copyOf(drifts.keySet());
  }

  private Map<PfaField, SchemaComparison.Drift> compareInTransaction(
      String connectionId, GridSchema seen) {
    var comparison = new SchemaComparison(store.known(connectionId));
    store.learn(connectionId, comparison.learned(seen));
    Map<PfaField, SchemaComparison.Drift> drifts = comparison.drifts(seen);
    drifts.forEach(
        (field, drift) -> {
          if (store.hold(connectionId, field, drift)) {
            log.warn(
                "PEMS connection {}: {} is on hold. {}",
                connectionId,
                field.apiName(),
                drift.detail());
          }
        });
    if (store.clearOthers(connectionId, drifts.keySet()) > 0) {
      log.info("PEMS connection {}: fields are as they were; their holds end", connectionId);
      signals.notify("vanguard_queue");
    }
    return drifts;
  }

  @Override
  public FieldHold accept(FieldHold hold) {
    store.forget(hold.connectionId(), hold.field());
    return hold;
  }

  @Override
  public GridSchema known(String connectionId) {
    return new GridSchema(store.known(connectionId));
  }

  @Override
  public List<FieldHold> open() {
    return store.open();
  }
}
