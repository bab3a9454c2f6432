package com.pfavanguard.ingest.run;

import com.pfavanguard.ingest.domain.SyncFailed;
import com.pfavanguard.ingest.store.Staging;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.pems.PemsTarget;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Pulls as the configuration wants them. */
@Component
@Role.Server
class Pulls {
  private final PemsGateway gateway;
  private final SchemaChecks schemas;
  private final SyncTasks tasks;
  private final IngestProperties properties;

  Pulls(PemsGateway gateway, SchemaChecks schemas, SyncTasks tasks, IngestProperties properties) {
    this.gateway = gateway;
    this.schemas = schemas;
    this.tasks = tasks;
    this.properties = properties;
  }

  /**
   * Stages every record of the query, without the fields that are on hold.
   *
   * @return how many there are
   */
  long stage(PemsTarget target, GridQuery query, Progress progress, Staging staging) {
    var patience = new Patience(properties.retryDelays());
    Set<PfaField> held = patience.ask(() -> SyncFailed.orThrow(schemas.check(target)));
    var pages = new Pages(gateway, target, patience, tasks.executor());
    return new Pull(pages, progress, properties.passes(), properties.overlap())
        .into(staging, query.without(held));
  }

  /** Stages every record of the target. */
  long everything(PemsTarget target, Staging staging) {
    return stage(target, new GridQuery(null, properties.pageSize()), Progress.unseen(), staging);
  }

  SyncTasks.Ticks everySecond(Runnable work) {
    return tasks.everySecond(work);
  }
}
