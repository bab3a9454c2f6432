package com.pfavanguard.trial;

import com.pfavanguard.trial.check.AuthorEdit;
import com.pfavanguard.trial.check.Evidence;
import com.pfavanguard.trial.check.PemsWrite;
import com.pfavanguard.trial.check.Standing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a trial did, in numbers. */
record Figures(Map<String, Long> counts, Map<String, Integer> faults) {

  static Figures of(
      Evidence evidence, Havoc havoc, Map<String, Integer> struck, int reads, int refused) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("edits", (long) evidence.edits().size());
    counts.put("refused", (long) refused);
    for (AuthorEdit edit : evidence.edits()) {
      Standing standing = evidence.standings().get(edit.modificationId());
      counts.merge(standing == null ? "unknown" : name(standing), 1L, Long::sum);
    }
    counts.put("writesByProduct", by(evidence, PemsWrite.Action.UPDATE));
    counts.put("editsInPems", by(evidence, PemsWrite.Action.EDIT));
    counts.put("reads", (long) reads);
    counts.put("workersKilled", (long) havoc.workerKills());
    counts.put("editsInDeadHands", (long) havoc.orphaned());
    counts.put("serversKilled", (long) havoc.serverKills());
    counts.put("databaseKilled", (long) havoc.databaseKills());
    return new Figures(counts, new TreeMap<>(struck));
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
