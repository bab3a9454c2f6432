package com.pfavanguard.trial;

import com.pfavanguard.trial.cast.Pool;
import com.pfavanguard.trial.cast.Sight;
import com.pfavanguard.trial.check.AuthorEdit;
import com.pfavanguard.trial.check.Drift;
import com.pfavanguard.trial.check.Evidence;
import com.pfavanguard.trial.check.Evidence.RecordState;
import com.pfavanguard.trial.check.RecordKey;
import com.pfavanguard.trial.stage.Door;
import com.pfavanguard.trial.stage.Stage;
import com.pfavanguard.trial.stage.Tenants;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Hears everybody, before and after. */
final class Witnesses {
  private static final int OK = 200;

  private final Stage stage;
  private final Door referee;
  private final Map<RecordKey, RecordState> before = new HashMap<>();

  /** Asks PEMS for the records as they are before anything happens. */
  Witnesses(Stage stage, Door referee, Pool pool) throws IOException, InterruptedException {
    this.stage = stage;
    this.referee = referee;
    for (RecordKey record : pool.all()) {
      before.put(record, stage.tenants().record(record));
    }
  }

  /** What PEMS says. */
  Evidence.Pems pems(Optional<Drift> drift) throws IOException, InterruptedException {
    Tenants tenants = stage.tenants();
    return new Evidence.Pems(before, tenants.writes(), drift, tenants.traffic());
  }

  /** What the product says, once nothing moves any more. */
  Evidence.Product product(List<AuthorEdit> edits, Inquiry inquiry, long waiting) throws Exception {
    Map<RecordKey, RecordState> mirror = new HashMap<>();
    for (RecordKey record : before.keySet()) {
      RecordState shown = shown(record);
      if (shown != null) {
        mirror.put(record, shown);
      }
    }
    return new Evidence.Product(inquiry.standings(edits), mirror, waiting);
  }

  /** A record that is gone from PEMS stays visible while an edit of it waits for a person. */
  private @Nullable RecordState shown(RecordKey record) throws InterruptedException {
    Door.Settled answer =
        referee.get(
            "/api/pfa-data?organizationId=%s&limit=1&totals=false&includeDiscontinued=true&filter=pfaId:eq:%s"
                .formatted(record.organization(), record.pfaId()));
    JsonNode shown = answer.body().path("records").path(0);
    if (answer.status() != OK || shown.isMissingNode()) {
      return null;
    }
    return new RecordState(shown.path("version").asLong(), Sight.fields(shown));
  }
}
