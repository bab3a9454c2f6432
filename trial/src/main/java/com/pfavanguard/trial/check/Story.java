package com.pfavanguard.trial.check;

import com.pfavanguard.trial.check.Evidence.RecordState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to one record in PEMS: its versions one after the other, replayed from the log. */
final class Story {
  private final RecordState before;
  private final List<PemsWrite> writes;
  private final List<RecordState> after = new ArrayList<>();

  Story(RecordState before, List<PemsWrite> writes) {
    this.before = before;
    this.writes = writes;
    RecordState now = before;
    for (PemsWrite write : writes) {
      Map<String, @Nullable String> fields = new HashMap<>(now.fields());
      fields.putAll(write.fields());
      now = new RecordState(write.version(), fields);
      after.add(now);
    }
  }

  List<PemsWrite> writes() {
    return writes;
  }

  List<PemsWrite> productWrites() {
    return writes.stream().filter(PemsWrite::byProduct).toList();
  }

  /** The value just before a write of this story. */
  @Nullable String before(PemsWrite write, String field) {
    int place = writes.indexOf(write);
    return (place == 0 ? before : after.get(place - 1)).fields().get(field);
  }

  /** The value at a version, or null where there is none such. */
  @Nullable RecordState at(long version) {
    if (before.version() == version) {
      return before;
    }
    return after.stream().filter(state -> state.version() == version).findFirst().orElse(null);
  }

  RecordState end() {
    return after.isEmpty() ? before : after.getLast();
  }

  boolean deleted() {
    return !writes.isEmpty() && writes.getLast().action() == PemsWrite.Action.DELETE;
  }

  /** Whether PEMS held the value at any time since a version. */
  boolean everHeld(String field, @Nullable String value, long sinceVersion) {
    return (before.version() >= sinceVersion && Texts.same(before.fields().get(field), value))
        || after.stream()
            .filter(state -> state.version() >= sinceVersion)
            .anyMatch(state -> Texts.same(state.fields().get(field), value));
  }
}
