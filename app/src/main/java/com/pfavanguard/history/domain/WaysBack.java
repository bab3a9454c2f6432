package com.pfavanguard.history.domain;

import com.pfavanguard.history.domain.WayBack.Kept;
import com.pfavanguard.history.domain.WayBack.Reason;
import com.pfavanguard.history.domain.WayBack.Verdict;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Works out ways back, field by field. */
public final class WaysBack {
  private WaysBack() {}

  /**
   * Where a record stands.
   *
   * @param version of the mirror beneath
   * @param values as its planner is shown it
   */
  public record Now(String pfaId, long version, FieldValues values) {}

  /**
   * An edit that was written.
   *
   * @param before the record before it
   * @param after the record that it made
   * @param fields what it was meant to write
   */
  public record Written(FieldValues before, FieldValues after, Set<PfaField> fields) {}

  /** Back to what a version held in every field that can be edited. */
  public static WayBack toVersion(Now now, FieldValues target) {
    Set<PfaField> back = new TreeSet<>();
    List<Kept> kept = new ArrayList<>();
    for (PfaField field : PfaField.ALL) {
      if (field.bookkeeping() || now.values().agreesOn(field, target)) {
        continue;
      }
      if (field.editable()) {
        back.add(field);
      } else {
        kept.add(new Kept(field, Reason.locked));
      }
    }
    return way(now, target.only(back::contains), kept);
  }

  /**
   * Back to what was there before an edit, in the fields that it changed.
   *
   * @param alsoLaterEdits whether to undo what others made of these fields since
   */
  public static WayBack before(Now now, Written written, boolean alsoLaterEdits) {
    Set<PfaField> back = new TreeSet<>();
    List<Kept> changedSince = new ArrayList<>();
    for (PfaField field : written.fields()) {
      if (written.before().agreesOn(field, written.after())
          || now.values().agreesOn(field, written.before())) {
        continue;
      }
      back.add(field);
      if (!now.values().agreesOn(field, written.after())) {
        changedSince.add(new Kept(field, Reason.changed_since));
      }
    }
    if (!changedSince.isEmpty() && !alsoLaterEdits) {
      return new WayBack(
          now.pfaId(),
          Verdict.changed_since,
          now.version(),
          now.values(),
          FieldValues.EMPTY,
          changedSince,
          List.of());
    }
    return way(now, written.before().only(back::contains), List.of());
  }

  /** Of an edit that changed nothing in PEMS. */
  public static WayBack nothingWritten(Now now) {
    return new WayBack(
        now.pfaId(),
        Verdict.nothing_written,
        now.version(),
        now.values(),
        FieldValues.EMPTY,
        List.of(),
        List.of());
  }

  private static WayBack way(Now now, FieldValues edit, List<Kept> kept) {
    return new WayBack(
        now.pfaId(),
        edit.isEmpty() ? Verdict.already_there : Verdict.goes_back,
        now.version(),
        now.values(),
        edit,
        kept,
        List.of());
  }
}
