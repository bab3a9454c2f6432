package com.pfavanguard.trial.cast;

import com.pfavanguard.trial.check.AuthorEdit;
import com.pfavanguard.trial.check.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the authors note of their commits. Safe for many threads. */
public final class CommitLog {
  private final List<AuthorEdit> edits = new ArrayList<>();
  private int refused;

  synchronized void add(AuthorEdit edit) {
    edits.add(edit);
  }

  synchronized void refused() {
    refused++;
  }

  /** Edits that the product would not take; they are no business of the checker's. */
  public synchronized int refusals() {
    return refused;
  }

  public synchronized int size() {
    return edits.size();
  }

  public synchronized List<AuthorEdit> edits() {
    return List.copyOf(edits);
  }

  /** The latest edit of a record, by anybody. */
  synchronized Optional<AuthorEdit> latest(RecordKey record) {
    return edits.reversed().stream().filter(edit -> edit.record().equals(record)).findFirst();
  }
}
