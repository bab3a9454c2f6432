package com.pfavanguard.pems;

import com.pfavanguard.secrets.check.Verdict;
import java.util.List;
import java.util.Optional;

/** The connections that administrators keep in the database. Safe for many threads. */
public interface ConnectionRegister {
  List<StoredConnection> all();

  Optional<StoredConnection> find(String id);

  /** Joins the caller's transaction; every process follows after its commit. */
  Outcome save(ConnectionDraft draft, String by);

  /** What became of a draft. */
  sealed interface Outcome {
    record Saved(StoredConnection connection) implements Outcome {}

    /**
     * @param code stable, for the API
     */
    record Refused(String code, String reason) implements Outcome {}
  }

  /** Whether there was one. */
  boolean remove(String id);

  /** Signs in to PEMS with what is stored, and asks for something harmless. */
  Verdict tryOut(String id);
}
