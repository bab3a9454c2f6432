package com.pfavanguard.history;

import com.pfavanguard.history.domain.WayBack;
import com.pfavanguard.history.domain.WaysBack;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldError;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.records.CurrentRecord;
import com.pfavanguard.records.EditCheck;
import com.pfavanguard.records.PemsRecords;
import com.pfavanguard.records.Versions;
import com.pfavanguard.records.WrittenEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out what going back would do, by the rules of every edit. Call inside a transaction of the
 * organization.
 */
@Component
class WayBackPlanner {
  private final PemsRecords records;
  private final Versions versions;
  private final EditCheck check;

  WayBackPlanner(PemsRecords records, Versions versions, EditCheck check) {
    this.records = records;
    this.versions = versions;
    this.check = check;
  }

  /**
   * @throws ApiException 404 for an unknown record or version, 409 {@code record_changed} when the
   *     record is no longer at the version that the caller was shown
   */
  WayBack toVersion(
      OrganizationAccess access, String pfaId, long version, @Nullable Long shownVersion) {
    CurrentRecord now = records.underway(access, List.of(pfaId)).get(pfaId);
    FieldValues target = records.at(access.organizationId(), Map.of(pfaId, version)).get(pfaId);
    if (now == null || target == null) {
      throw ApiException.notFound("Version " + version + " of record " + pfaId);
    }
    if (shownVersion != null && shownVersion != now.version()) {
      throw ApiException.conflict(
          "record_changed",
          "The record has moved on to version " + now.version() + "; look at the preview again.");
    }
    WayBack way = WaysBack.toVersion(now(pfaId, now), target);
    return judged(access, List.of(way)).getFirst();
  }

  /**
   * @throws ApiException 404 for a commit that is not one of the organization
   */
  List<WayBack> beforeCommit(OrganizationAccess access, UUID jobId, boolean alsoLaterEdits) {
    List<WrittenEdit> edits = versions.ofCommit(access, jobId);
    if (edits.isEmpty()) {
      throw ApiException.notFound("Commit " + jobId);
    }
    List<String> ids = edits.stream().map(WrittenEdit::pfaId).toList();
    Map<String, CurrentRecord> now = records.underway(access, ids);
    Map<String, FieldValues> before = at(access, edits, WrittenEdit::versionBefore);
    Map<String, FieldValues> after = at(access, edits, WrittenEdit::version);
    List<WayBack> ways = new ArrayList<>();
    for (WrittenEdit edit : edits) {
      CurrentRecord record = now.get(edit.pfaId());
      if (record != null) {
        ways.add(
            way(
                edit,
                now(edit.pfaId(), record),
                before.get(edit.pfaId()),
                after.get(edit.pfaId()),
                alsoLaterEdits));
      }
    }
    return judged(access, ways);
  }

  /** What the mirror holds beneath each, as the base of the edit that goes back. */
  Map<String, CurrentRecord> bases(OrganizationAccess access, List<WayBack> ways) {
    return records.current(access.organizationId(), ways.stream().map(WayBack::pfaId).toList());
  }

  private static WayBack way(
      WrittenEdit edit,
      WaysBack.Now now,
      @Nullable FieldValues before,
      @Nullable FieldValues after,
      boolean alsoLaterEdits) {
    return before == null || after == null
        ? WaysBack.nothingWritten(now)
        : WaysBack.before(
            now, new WaysBack.Written(before, after, edit.payload().fields()), alsoLaterEdits);
  }

  private Map<String, FieldValues> at(
      OrganizationAccess access,
      List<WrittenEdit> edits,
      Function<WrittenEdit, @Nullable Long> which) {
    Map<String, Long> wanted = new HashMap<>();
    for (WrittenEdit edit : edits) {
      Long version = which.apply(edit);
      if (version != null) {
        wanted.put(edit.pfaId(), version);
      }
    }
    return records.at(access.organizationId(), wanted);
  }

  private List<WayBack> judged(OrganizationAccess access, List<WayBack> ways) {
    List<WayBack> going = ways.stream().filter(WayBack::goesBack).toList();
    Map<String, CurrentRecord> bases = bases(access, going);
    List<List<FieldError>> errors =
        check.judge(access, going.stream().map(way -> candidate(way, bases)).toList());
    Map<String, WayBack> judged = new HashMap<>();
    for (int index = 0; index < going.size(); index++) {
      judged.put(going.get(index).pfaId(), going.get(index).judged(errors.get(index)));
    }
    return ways.stream().map(way -> judged.getOrDefault(way.pfaId(), way)).toList();
  }

  /** Amounts that once stood beside the other kind of source may stand there again. */
  private static EditCheck.Candidate candidate(WayBack way, Map<String, CurrentRecord> bases) {
    CurrentRecord base = bases.get(way.pfaId());
    return new EditCheck.Candidate(
        way.pfaId(), base == null ? way.seen() : base.values(), way.edit(), FieldValues.EMPTY);
  }

  private static WaysBack.Now now(String pfaId, CurrentRecord record) {
    return new WaysBack.Now(pfaId, record.version(), record.values());
  }
}
