package com.pfavanguard.records.domain;

import static com.pfavanguard.kernel.PfaField.ACTUAL_END;
import static com.pfavanguard.kernel.PfaField.MONTHLY_RATE;
import static com.pfavanguard.kernel.PfaField.PURCHASE_PRICE;
import static com.pfavanguard.kernel.PfaField.SOURCE;

import com.pfavanguard.kernel.FieldType;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Judges an edit of one record, and a record as it stands. */
public final class EditRules {
  private static final int MAX_TEXT = 4000;

  private EditRules() {}

  /**
   * What is wrong with an edit. Only rules that its own fields touch are asked: an imported record
   * that already breaks another rule stays editable.
   *
   * @param base the record as PEMS had it when its author was shown it
   * @param shown the record as its author sees it without this edit
   */
  public static List<Breach> breaches(FieldValues base, FieldValues shown, FieldValues edit) {
    List<Breach> breaches = new ArrayList<>();
    for (PfaField field : edit.fields()) {
      breaches.addAll(fieldBreaches(field, edit));
    }
    if (!breaches.isEmpty()) {
      return breaches;
    }
    FieldValues edited = shown.overlaidBy(edit);
    for (EditRule rule : EditRule.values()) {
      if (rule.touchedBy(edit.fields())) {
        breaches.addAll(rule.check(edited));
      }
    }
    breaches.addAll(shortenedActual(base, edit));
    return breaches;
  }

  /** Sentences about rules that a record breaks as it stands. */
  public static List<String> warnings(FieldValues record) {
    List<String> warnings = new ArrayList<>();
    for (EditRule rule : EditRule.values()) {
      rule.check(record).forEach(breach -> warnings.add(breach.message()));
    }
    return warnings;
  }

  private static List<Breach> fieldBreaches(PfaField field, FieldValues edit) {
    if (!field.editable()) {
      return List.of(new Breach(field, "locked", field.apiName() + " cannot be edited."));
    }
    Object value = edit.get(field);
    if (value == null && field.type() == FieldType.FLAG) {
      return List.of(new Breach(field, "required", field.apiName() + " must be true or false."));
    }
    if (value instanceof LocalDate date && (date.getYear() < 1900 || date.getYear() > 2199)) {
      return List.of(
          new Breach(field, "bad_value", field.apiName() + " is outside the years 1900 to 2199."));
    }
    if (value instanceof String text && text.length() > MAX_TEXT) {
      return List.of(
          new Breach(field, "too_long", "The text is longer than " + MAX_TEXT + " characters."));
    }
    if (value instanceof String text
        && text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n')) {
      return List.of(new Breach(field, "bad_characters", "The text holds control characters."));
    }
    return List.of();
  }

  /**
   * A rate belongs to a rental and a price to a purchase. Only giving one where it does not belong
   * is refused, at the moment of giving: a later change of source leaves it be.
   */
  public static List<Breach> misplacedMoney(FieldValues shown, FieldValues edit) {
    FieldValues edited = shown.overlaidBy(edit);
    List<Breach> breaches = new ArrayList<>();
    if (edit.get(MONTHLY_RATE) != null && "Purchase".equals(edited.get(SOURCE))) {
      breaches.add(new Breach(MONTHLY_RATE, "rate_on_purchase", "A purchase has no monthly rate."));
    }
    if (edit.get(PURCHASE_PRICE) != null && "Rental".equals(edited.get(SOURCE))) {
      breaches.add(
          new Breach(PURCHASE_PRICE, "price_on_rental", "A rental has no purchase price."));
    }
    return breaches;
  }

  private static List<Breach> shortenedActual(FieldValues base, FieldValues edit) {
    boolean shortened =
        edit.has(ACTUAL_END)
            && base.get(ACTUAL_END) instanceof LocalDate before
            && !(edit.get(ACTUAL_END) instanceof LocalDate after && !after.isBefore(before));
    return shortened
        ? List.of(
            new Breach(
                ACTUAL_END, "actual_shortened", "An actual end may be extended, never shortened."))
        : List.of();
  }
}
