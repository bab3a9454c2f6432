package com.pfavanguard.live.store;

import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.SyncFact;
import com.pfavanguard.kernel.database.DatabaseSignals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stores facts in the transaction that makes them true, all of a batch in one statement. */
@Component
class FactRecorder {
  private final JdbcClient jdbc;
  private final DatabaseSignals signals;
  private final JsonMapper json;

  FactRecorder(JdbcClient jdbc, DatabaseSignals signals, JsonMapper json) {
    this.jdbc = jdbc;
    this.signals = signals;
    this.json = json;
  }

  @EventListener
  void record(SyncFact.Batch batch) {
    List<SyncFact> facts = batch.facts();
    if (facts.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO live_event (organization_id, type, pfa_id, job_id, data)
            SELECT f.organization_id, f.type, f.pfa_id, f.job_id, f.data::jsonb
              FROM unnest(:organizations, :types, :pfaIds, :jobIds, :data) WITH ORDINALITY
                AS f (organization_id, type, pfa_id, job_id, data, position)
             ORDER BY f.position
            """)
        .param("organizations", array("text", facts, SyncFact::organizationId))
        .param("types", array("text", facts, fact -> fact.type().name()))
        .param("pfaIds", array("text", facts, SyncFact::pfaId))
        .param("jobIds", array("uuid", facts, SyncFact::jobId))
        .param("data", array("text", facts, fact -> json.writeValueAsString(withoutMoney(fact))))
        .update();
    signals.notify("vanguard_events");
  }

  /** Everybody who may read an organization gets its events, so they never hold money. */
  private static Map<String, @Nullable Object> withoutMoney(SyncFact fact) {
    Map<String, @Nullable Object> data = new HashMap<>(fact.data());
    data.keySet().removeIf(name -> PfaField.named(name).filter(PfaField::money).isPresent());
    return data;
  }

  private static SqlArrayValue array(
      String type, List<SyncFact> facts, Function<SyncFact, @Nullable Object> value) {
    return new SqlArrayValue(type, facts.stream().map(value).toArray());
  }
}
