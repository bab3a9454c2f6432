package com.pfavanguard.ingest.run;

import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.pems.GridSchema;
import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.PemsSchemas;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.pems.SchemaHolds;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks whether a tenant's fields are still what they were. */
@Component
@Role.Server
public class SchemaChecks {
  private final PemsSchemas schemas;
  private final SchemaHolds holds;

  SchemaChecks(PemsSchemas schemas, SchemaHolds holds) {
    this.schemas = schemas;
    this.holds = holds;
  }

  /** The fields that are on hold as of now. */
  public PemsResult<Set<PfaField>> check(PemsTarget target) {
    return switch (schemas.schema(target)) {
      case PemsResult.Success<GridSchema>(GridSchema seen) ->
          PemsResult.success(holds.compare(target.connection().id(), seen));
      case PemsResult.Failure<GridSchema> failed -> failed.as();
    };
  }
}
