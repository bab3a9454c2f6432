package com.pfavanguard.writeback.worker;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.pems.GridSchema;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.PemsSchemas;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.pems.SchemaHolds;
import com.pfavanguard.records.QueuedEdit;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells an edit that PEMS refuses from a field that PEMS has changed: then the edit is not at
 * fault, and waits without using up a try until the field is as it was.
 */
@Component
@Role.Worker
class SchemaGuard {
  /** Once on hold, an edit is not claimed; this is for the moment until then. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

  private final PemsSchemas schemas;
  private final SchemaHolds holds;

  SchemaGuard(PemsSchemas schemas, SchemaHolds holds) {
    this.schemas = schemas;
    this.holds = holds;
  }

  /** The record does not tell some fields of the edit. */
  PemsFailure fieldsGone(PemsTarget target, QueuedEdit edit, FieldValues live) {
    check(target);
    Set<PfaField> gone = EnumSet.copyOf(edit.payload().fields());
    gone.removeAll(live.fields());
    return held(gone);
  }

  /** PEMS refused the edit: for its fields, or for itself. */
  PemsFailure heldOr(PemsFailure.Rejected refusal, PemsTarget target, QueuedEdit edit) {
    Set<PfaField> changed = EnumSet.noneOf(PfaField.class);
    changed.addAll(check(target));
    changed.retainAll(edit.payload().fields());
    return changed.isEmpty() ? refusal : held(changed);
  }

  private Set<PfaField> check(PemsTarget target) {
    return switch (schemas.schema(target)) {
      case PemsResult.Success<GridSchema>(GridSchema seen) ->
          holds.compare(target.connection().id(), seen);
      case PemsResult.Failure<GridSchema> f -> Set.of();
    };
  }

  private static PemsFailure held(Set<PfaField> fields) {
    String names =
        fields.stream().map(PfaField::apiName).sorted().collect(Collectors.joining(", "));
    return new PemsFailure.NotSent(
        "On hold: PEMS has changed the field " + names + ".", LOOK_AGAIN);
  }
}
