package com.pfavanguard.trial.cast;

import com.pfavanguard.trial.check.AuthorEdit.Span;
import com.pfavanguard.trial.check.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people note of their decisions, once those have taken effect. Safe for many threads. */
public final class DecisionLog {
  private final List<Decision> decisions = new ArrayList<>();
  private final Map<String, Decision> proposals = new HashMap<>();
  private int refused;

  synchronized void add(Decision decision) {
    decisions.add(decision);
  }

  /** Noted before it is said: a second person may agree before the answer is here. */
  synchronized void propose(String conflictId, Decision decision) {
    proposals.put(conflictId + " " + decision.by(), decision);
  }

  /** A second person has agreed, which gives the proposal its time. */
  synchronized void agreed(String conflictId, String proposer, Span span) {
    Decision proposed = proposals.get(conflictId + " " + proposer);
    if (proposed != null) {
      decisions.add(
          new Decision(
              proposed.modificationId(),
              proposed.by(),
              proposed.kind(),
              proposed.shown(),
              proposed.values(),
              span));
    }
  }

  synchronized void refused() {
    refused++;
  }

  /** Decisions that the product would not take, as when PEMS had moved on. */
  public synchronized int refusals() {
    return refused;
  }

  public synchronized List<Decision> decisions() {
    return List.copyOf(decisions);
  }
}
