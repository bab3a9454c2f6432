package com.pfavanguard.trial.check;

import com.pfavanguard.trial.check.AuthorEdit.Shown;
import com.pfavanguard.trial.check.AuthorEdit.Span;
import com.pfavanguard.trial.check.Evidence.RecordState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A log written by hand: one record, whose fields model and areaSilo begin as "old". */
final class Log {
  static final RecordKey RECORD = new RecordKey("RIO", "PFA-1");

  private final List<PemsWrite> writes = new ArrayList<>();
  private final List<AuthorEdit> edits = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private Optional<Drift> drift = Optional.empty();
  private Evidence.Traffic traffic = new Evidence.Traffic(0, 0);
  private final Map<String, Standing> standings = new HashMap<>();
  private final Map<String, @Nullable String> pems = new HashMap<>(old());
  private long version = 1;
  private long clock;
  private long waiting;
  private boolean deleted;
  private @Nullable RecordState mirror;

  private static Map<String, String> old() {
    return Map.of("model", "old", "areaSilo", "old");
  }

  /** An author sees the record as PEMS has it now, edits it and commits. */
  Log commit(String id, String author, Map<String, String> wanted) {
    return commit(id, author, wanted, version, pems, clock + 1, clock + 2);
  }

  /** The same, with the record as it was at the beginning before their eyes. */
  Log commitOnOld(String id, String author, Map<String, String> wanted) {
    return commit(id, author, wanted, 1, old(), clock + 1, clock + 2);
  }

  /** The same under the version of now: a screen that shows less than it says. */
  Log commitOnStaleScreen(String id, String author, Map<String, String> wanted) {
    return commit(id, author, wanted, version, old(), clock + 1, clock + 2);
  }

  /** One whose sending and answer lie around whatever else is going on. */
  Log commitMeanwhile(String id, String author, Map<String, String> wanted) {
    return commit(id, author, wanted, version, pems, 0, clock + 2);
  }

  private Log commit(
      String id,
      String author,
      Map<String, String> wanted,
      long shownVersion,
      Map<String, ? extends @Nullable String> shown,
      long sent,
      long answered) {
    clock += 2;
    edits.add(
        new AuthorEdit(
            id,
            author,
            RECORD,
            new Shown(shownVersion, new HashMap<>(shown)),
            new HashMap<>(wanted),
            new Span(sent, answered)));
    return stands(id, new Standing.Synced());
  }

  Log stands(String id, Standing standing) {
    standings.put(id, standing);
    return this;
  }

  /** Somebody sees the record as PEMS has it now and decides that the edit is written. */
  Log resolve(String id, Map<String, String> merged) {
    return decide(id, "rita", Decision.Kind.WRITE, new Shown(version, new HashMap<>(pems)), merged);
  }

  /** Somebody sends a dead letter again, on the base that its author had. */
  Log replay(String id, Map<String, String> corrected) {
    return decide(id, "rita", Decision.Kind.REPLAY, new Shown(1, new HashMap<>(old())), corrected);
  }

  Log giveUp(String id, String by) {
    return decide(id, by, Decision.Kind.GIVE_UP, new Shown(version, new HashMap<>(pems)), Map.of());
  }

  private Log decide(
      String id, String by, Decision.Kind kind, Shown shown, Map<String, String> values) {
    clock += 2;
    Span span = new Span(clock - 1, clock);
    decisions.add(new Decision(id, by, kind, shown, new HashMap<>(values), span));
    return this;
  }

  /** From the next write on, until the latest one there is when the promises are judged. */
  Log drifts(String field) {
    Set<String> organizations = Set.of(RECORD.organization());
    drift = Optional.of(new Drift(field, organizations, "pfs_" + field, writes.size(), 1_000));
    return this;
  }

  Log traffic(long requests, long refused) {
    traffic = new Evidence.Traffic(requests, refused);
    return this;
  }

  Log productWrites(Map<String, String> fields) {
    return write(PemsWrite.Action.UPDATE, "vanguard", fields);
  }

  Log personWrites(Map<String, String> fields) {
    return write(PemsWrite.Action.EDIT, "JDOE", fields);
  }

  Log personDeletes() {
    deleted = true;
    return write(PemsWrite.Action.DELETE, "JDOE", Map.of());
  }

  private Log write(PemsWrite.Action action, String user, Map<String, String> fields) {
    version++;
    pems.putAll(fields);
    writes.add(
        new PemsWrite(writes.size() + 1L, RECORD, version, user, action, new HashMap<>(fields)));
    return this;
  }

  Log mirrorShows(long shownVersion, Map<String, String> fields) {
    mirror = new RecordState(shownVersion, new HashMap<>(fields));
    return this;
  }

  Log waiting(long edits) {
    waiting = edits;
    return this;
  }

  Evidence evidence() {
    Map<RecordKey, RecordState> shown = new HashMap<>();
    if (mirror != null) {
      shown.put(RECORD, mirror);
    } else if (!deleted) {
      shown.put(RECORD, new RecordState(version, pems));
    }
    return new Evidence(
        new Evidence.Pems(
            Map.of(RECORD, new RecordState(1, new HashMap<>(old()))), writes, drift, traffic),
        new Evidence.People(edits, decisions),
        new Evidence.Product(standings, shown, waiting));
  }

  Set<Promise> violated() {
    return Checker.judge(evidence()).stream().map(Violation::promise).collect(Collectors.toSet());
  }
}
