package com.pfavanguard.conflict;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a resolution does to our edit. */
public sealed interface Settlement {

  /** These fields go on their way to PEMS again. */
  record Write(FieldValues payload) implements Settlement {}

  /** PEMS keeps what it has; our edit ends. */
  record GiveUp() implements Settlement {}

  /** Overlapping fields that the caller has not decided. */
  record Undecided(Set<PfaField> fields) implements Settlement {}

  /**
   * A merge: the caller's values, and ours where nobody else changed the field. What PEMS holds
   * already is not written again.
   *
   * @param chosen at least every overlapping field; others are edits of their own
   * @param pems the record as it is now
   */
  static Settlement merged(Conflict conflict, FieldValues chosen, FieldValues pems) {
    Set<PfaField> undecided = EnumSet.noneOf(PfaField.class);
    undecided.addAll(conflict.fields());
    undecided.removeAll(chosen.fields());
    if (!undecided.isEmpty()) {
      return new Undecided(undecided);
    }
    FieldValues wanted = conflict.ours().values().overlaidBy(chosen);
    FieldValues payload = wanted.only(field -> !pems.agreesOn(field, wanted));
    return payload.isEmpty() ? new GiveUp() : new Write(payload);
  }

  /**
   * A merge by rule: each overlapping field takes ours or PEMS's value, the others stay ours.
   *
   * @param rule use_local or use_pems by field; null where no rule covers it
   */
  static Settlement ruled(Conflict conflict, Function<PfaField, @Nullable Resolution> rule) {
    Set<PfaField> undecided = EnumSet.noneOf(PfaField.class);
    Set<PfaField> given = EnumSet.noneOf(PfaField.class);
    for (PfaField field : conflict.fields()) {
      switch (rule.apply(field)) {
        case use_local -> {}
        case use_pems -> given.add(field);
        case merge -> undecided.add(field);
        case null -> undecided.add(field);
      }
    }
    if (!undecided.isEmpty()) {
      return new Undecided(undecided);
    }
    FieldValues kept = conflict.ours().values().only(field -> !given.contains(field));
    return kept.isEmpty() ? new GiveUp() : new Write(kept);
  }
}
