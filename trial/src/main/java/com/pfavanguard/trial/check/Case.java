package com.pfavanguard.trial.check;

import com.pfavanguard.trial.check.Evidence.RecordState;
import java.util.ArrayList;
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
  private final Map<RecordKey, List<AuthorEdit>> editsByRecord;
  private final Map<String, AuthorEdit> editById = new HashMap<>();
  private final Map<String, List<Decision>> decisionsById;
  private final Map<Value, AuthorEdit> editByValue = new HashMap<>();

  private record Value(RecordKey record, String field, @Nullable String text) {}

  Case(Evidence evidence) {
    this.evidence = evidence;
    Map<RecordKey, List<PemsWrite>> writes =
        evidence.writes().stream()
            .collect(
                Collectors.groupingBy(PemsWrite::record, LinkedHashMap::new, Collectors.toList()));
    Set<RecordKey> records = new LinkedHashSet<>(evidence.pems().before().keySet());
    records.addAll(writes.keySet());
    for (RecordKey record : records) {
      RecordState before =
          evidence.pems().before().getOrDefault(record, new RecordState(0, Map.of()));
      stories.put(record, new Story(before, writes.getOrDefault(record, List.of())));
    }
    this.editsByRecord =
        evidence.edits().stream().collect(Collectors.groupingBy(AuthorEdit::record));
    this.decisionsById =
        evidence.people().decisions().stream()
            .collect(Collectors.groupingBy(Decision::modificationId));
    nameValues();
  }

  /** What a person chose names the edit it was chosen for, unless somebody had it before. */
  private void nameValues() {
    for (AuthorEdit edit : evidence.edits()) {
      editById.put(edit.modificationId(), edit);
      edit.wanted()
          .forEach((field, text) -> editByValue.put(new Value(edit.record(), field, text), edit));
    }
    for (Decision decision : evidence.people().decisions()) {
      AuthorEdit edit = editById.get(decision.modificationId());
      if (edit != null) {
        decision
            .values()
            .forEach(
                (field, text) ->
                    editByValue.putIfAbsent(new Value(edit.record(), field, text), edit));
      }
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

  List<AuthorEdit> edits(RecordKey record) {
    return editsByRecord.getOrDefault(record, List.of());
  }

  Standing standing(AuthorEdit edit) {
    return evidence
        .product()
        .standings()
        .getOrDefault(edit.modificationId(), new Standing.Open("unknown to the product"));
  }

  /** Whose edit a written value is. */
  Optional<AuthorEdit> owner(PemsWrite write, String field) {
    return Optional.ofNullable(
        editByValue.get(new Value(write.record(), field, write.fields().get(field))));
  }

  /** The edit itself, then those it was folded into, the carrier of its values last. */
  List<AuthorEdit> chain(AuthorEdit edit) {
    List<AuthorEdit> chain = new ArrayList<>(List.of(edit));
    while (standing(chain.getLast()) instanceof Standing.Superseded(String by)) {
      AuthorEdit next = editById.get(by);
      if (next == null || chain.contains(next)) {
        return chain;
      }
      chain.add(next);
    }
    return chain;
  }

  /** The edit that carries this one's values to PEMS: itself, or the last it was folded into. */
  AuthorEdit carrier(AuthorEdit edit) {
    return chain(edit).getLast();
  }

  /** What people decided about an edit itself, in their order. */
  List<Decision> decisionsOn(AuthorEdit edit) {
    return decisionsById.getOrDefault(edit.modificationId(), List.of());
  }

  /** What people decided about an edit or about one that it was folded into. */
  List<Decision> decisions(AuthorEdit edit) {
    return chain(edit).stream().flatMap(one -> decisionsOn(one).stream()).toList();
  }

  /** The carriers of the edits whose values a write brought. */
  Set<AuthorEdit> carriers(PemsWrite write) {
    return write.fields().keySet().stream()
        .flatMap(field -> owner(write, field).stream())
        .map(this::carrier)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
