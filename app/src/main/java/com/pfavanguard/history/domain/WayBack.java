package com.pfavanguard.history.domain;

import com.pfavanguard.kernel.FieldError;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.util.List;

/**
 * What going back would do to one record.
 *
 * @param baseVersion the version that the way back is based on
 * @param seen the record as its planner is shown it, queued edits included
 * @param edit the fields that go back; empty when none does
 * @param kept fields that differ and yet stay
 * @param errors rules that the record would break; empty where it may go back
 */
public record WayBack(
    String pfaId,
    Verdict verdict,
    long baseVersion,
    FieldValues seen,
    FieldValues edit,
    List<Kept> kept,
    List<FieldError> errors) {

  /** The names in the API. */
  public enum Verdict {
    goes_back,
    /** Nothing differs that could go back. */
    already_there,
    /** The edit never changed anything in PEMS, so there is nothing to undo. */
    nothing_written,
    /** Later edits touched the same fields; it is skipped unless asked for. */
    changed_since
  }

  /** Why a field stays as it is. */
  public enum Reason {
    locked,
    actual_shortened,
    changed_since
  }

  /** A field that stays, though it once was something else. */
  public record Kept(PfaField field, Reason reason) {}

  /** The same, after the rules have been asked; an actual end that would be shortened stays. */
  public WayBack judged(List<FieldError> found) {
    List<Kept> staying =
        found.stream()
            .filter(error -> error.code().equals(Reason.actual_shortened.name()))
            .map(error -> new Kept(PfaField.ACTUAL_END, Reason.actual_shortened))
            .toList();
    if (staying.isEmpty()) {
      return new WayBack(pfaId, verdict, baseVersion, seen, edit, kept, List.copyOf(found));
    }
    FieldValues rest = edit.only(field -> field != PfaField.ACTUAL_END);
    return new WayBack(
        pfaId,
        rest.isEmpty() ? Verdict.already_there : verdict,
        baseVersion,
        seen,
        rest,
        java.util.stream.Stream.concat(kept.stream(), staying.stream()).toList(),
        found.stream()
            .filter(error -> !error.code().equals(Reason.actual_shortened.name()))
            .toList());
  }

  public boolean goesBack() {
    return verdict == Verdict.goes_back;
  }
}
