package com.pfavanguard.writeback.deadletter;

import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldError;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.records.CurrentRecord;
import com.pfavanguard.records.EditCheck;
import com.pfavanguard.records.Modifications;
import com.pfavanguard.records.PemsRecords;
import com.pfavanguard.records.Rebased;
import java.util.List;
import org.springframework.stereotype.Component;

/** Edit-and-replay: what PEMS refused is written otherwise. Joins the caller's transaction. */
@Component
@Role.Server
class Corrections {
  private final PemsRecords records;
  private final EditCheck check;
  private final Modifications modifications;

  Corrections(PemsRecords records, EditCheck check, Modifications modifications) {
    this.records = records;
    this.check = check;
    this.modifications = modifications;
  }

  /**
   * Lays the given values over the edit; fields that are new to it are based on the record as PEMS
   * has it now.
   *
   * @return what will be written
   * @throws ApiException 403 or 422 by the rules of drafts, 409 {@code record_removed}
   */
  FieldValues correct(OrganizationAccess access, DeadLetter letter, FieldValues given) {
    String pfaId = letter.key().pfaId();
    CurrentRecord now = records.current(access.organizationId(), List.of(pfaId)).get(pfaId);
    if (now == null || now.removed()) {
      throw ApiException.conflict("record_removed", "The record is no longer in PEMS.");
    }
    FieldValues payload = letter.edit().payload().overlaidBy(given);
    List<FieldError> errors =
        check
            .judge(access, List.of(new EditCheck.Candidate(pfaId, now.values(), payload, given)))
            .getFirst();
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    modifications.correct(
        new Rebased(
            letter.edit().modificationId(), now.version(), now.values().only(given::has), payload));
    return payload;
  }
}
