package com.pfavanguard.trial.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must have been in PEMS for an edit to have arrived: its author's values, unless a later edit
 * that carries it, or a person who decided on it, says otherwise for the field.
 */
record Expected(String field, @Nullable String value, long sinceVersion) {

  static List<Expected> of(Case evidence, AuthorEdit edit) {
    Map<String, Expected> byField = new HashMap<>();
    long own = edit.shown().version();
    edit.wanted().forEach((field, value) -> byField.put(field, new Expected(field, value, own)));
    List<AuthorEdit> chain = evidence.chain(edit);
    decided(evidence, edit).forEach(expected -> byField.put(expected.field(), expected));
    for (AuthorEdit later : chain.subList(1, chain.size())) {
      later.wanted().keySet().forEach(byField::remove);
      decided(evidence, later).forEach(expected -> byField.remove(expected.field()));
    }
    return List.copyOf(byField.values());
  }

  private static List<Expected> decided(Case evidence, AuthorEdit edit) {
    List<Expected> decided = new ArrayList<>();
    for (Decision decision : evidence.decisionsOn(edit)) {
      decision
          .values()
          .forEach(
              (field, value) ->
                  decided.add(new Expected(field, value, decision.shown().version())));
    }
    return decided;
  }
}
