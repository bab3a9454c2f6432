package com.pfavanguard.trial;

import com.pfavanguard.trial.cast.CommitLog;
import com.pfavanguard.trial.check.AuthorEdit;
import com.pfavanguard.trial.check.Decision;
import com.pfavanguard.trial.check.Evidence;
import com.pfavanguard.trial.check.PemsWrite;
import com.pfavanguard.trial.check.Standing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a trial did, in numbers. */
record Figures(Map<String, Long> counts, Map<String, Integer> faults) {

  static Figures of(Evidence evidence, CommitLog log, Havoc havoc) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("edits", (long) evidence.edits().size());
    counts.put("refused", (long) log.refusals());
    for (AuthorEdit edit : evidence.edits()) {
      Standing standing = evidence.product().standings().get(edit.modificationId());
      counts.merge(standing == null ? "unknown" : name(standing), 1L, Long::sum);
    }
    for (Decision decision : evidence.people().decisions()) {
      counts.merge(name(decision.kind()), 1L, Long::sum);
    }
    counts.put("writesByProduct", by(evidence, PemsWrite.Action.UPDATE));
    counts.put("editsInPems", by(evidence, PemsWrite.Action.EDIT));
    counts.put("workersKilled", (long) havoc.workerKills());
    counts.put("editsInDeadHands", (long) havoc.orphaned());
    counts.put("serversKilled", (long) havoc.serverKills());
    counts.put("databaseKilled", (long) havoc.databaseKills());
    return new Figures(counts, Map.of());
  }

  /** With further counts after these. */
  Figures with(Map<String, Long> more) {
    Map<String, Long> all = new LinkedHashMap<>(counts);
    all.putAll(new TreeMap<>(more));
    return new Figures(all, faults);
  }

  Figures struck(Map<String, Integer> struck) {
    return new Figures(counts, new TreeMap<>(struck));
  }

  private static String name(Decision.Kind kind) {
    return switch (kind) {
      case WRITE -> "resolvedToWrite";
      case REPLAY -> "replayed";
      case GIVE_UP -> "givenUp";
    };
  }

  private static long by(Evidence evidence, PemsWrite.Action action) {
    return evidence.writes().stream().filter(write -> write.action() == action).count();
  }

  private static String name(Standing standing) {
    return switch (standing) {
      case Standing.Synced _ -> "synced";
      case Standing.Superseded _ -> "superseded";
      case Standing.InConflict _ -> "inConflict";
      case Standing.DeadLetter _ -> "deadLetters";
      case Standing.Discarded _ -> "discarded";
      case Standing.Open _ -> "open";
    };
  }
}
