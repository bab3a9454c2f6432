package com.pfavanguard.trial.check;

import com.pfavanguard.trial.check.Evidence.RecordState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The evidence, sorted: a story per record, an edit per value, a carrier per edit. */
final class Case {
  private final Evidence evidence;
  private final Map<RecordKey, Story> stories = new LinkedHashMap<>();
  private final Map<String, AuthorEdit> editById = new HashMap<>();
  private final Map<Value, AuthorEdit> editByValue = new HashMap<>();

  private record Value(RecordKey record, String field, @Nullable String text) {}

  Case(Evidence evidence) {
    this.evidence = evidence;
    Map<RecordKey, List<PemsWrite>> writes =
        evidence.writes().stream()
            .collect(
                Collectors.groupingBy(PemsWrite::record, LinkedHashMap::new, Collectors.toList()));
    Set<RecordKey> records = new LinkedHashSet<>(evidence.before().keySet());
    records.addAll(writes.keySet());
    for (RecordKey record : records) {
      RecordState before = evidence.before().getOrDefault(record, new RecordState(0, Map.of()));
      stories.put(record, new Story(before, writes.getOrDefault(record, List.of())));
    }
    for (AuthorEdit edit : evidence.edits()) {
      editById.put(edit.modificationId(), edit);
      edit.wanted()
          .forEach((field, text) -> editByValue.put(new Value(edit.record(), field, text), edit));
    }
  }

  Evidence evidence() {
    return evidence;
  }

  Map<RecordKey, Story> stories() {
    return stories;
  }

  Story story(RecordKey record) {
    return stories.getOrDefault(record, new Story(new RecordState(0, Map.of()), List.of()));
  }

  Standing standing(AuthorEdit edit) {
    return evidence
        .standings()
        .getOrDefault(edit.modificationId(), new Standing.Open("unknown to the product"));
  }

  /** Whose edit a written value is. */
  Optional<AuthorEdit> owner(PemsWrite write, String field) {
    return Optional.ofNullable(
        editByValue.get(new Value(write.record(), field, write.fields().get(field))));
  }

  /** The edit that carries this one's values to PEMS: itself, or the last it was folded into. */
  AuthorEdit carrier(AuthorEdit edit) {
    AuthorEdit carrier = edit;
    for (int steps = 0; steps < evidence.edits().size(); steps++) {
      if (!(standing(carrier) instanceof Standing.Superseded(String by))
          || !editById.containsKey(by)) {
        return carrier;
      }
      carrier = editById.get(by);
    }
    return carrier;
  }

  /** Whether a later edit on the way to the carrier sets the field too. */
  boolean overlaid(AuthorEdit edit, String field) {
    AuthorEdit later = edit;
    while (standing(later) instanceof Standing.Superseded(String by) && editById.containsKey(by)) {
      later = editById.get(by);
      if (later.wanted().containsKey(field)) {
        return true;
      }
    }
    return false;
  }

  /** The carriers of the edits whose values a write brought. */
  Set<AuthorEdit> carriers(PemsWrite write) {
    return write.fields().keySet().stream()
        .flatMap(field -> owner(write, field).stream())
        .map(this::carrier)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
