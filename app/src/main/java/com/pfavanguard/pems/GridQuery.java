package com.pfavanguard.pems;

import com.pfavanguard.kernel.PfaField;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records of the target's organization a bulk read wants, sorted by pfaId.
 *
 * @param changedSince inclusive watermark on the PEMS moment of last change; null for all
 * @param pageSize rows per call, at most 10,000
 * @param without fields that rows are to leave out, for PEMS cannot be trusted on them now
 */
public record GridQuery(@Nullable Instant changedSince, int pageSize, Set<PfaField> without) {

  /** Rows with every field. */
  public GridQuery(@Nullable Instant changedSince, int pageSize) {
    this(changedSince, pageSize, Set.of());
  }

  /** The same records from another moment on. */
  public GridQuery since(Instant moment) {
    return new GridQuery(moment, pageSize, without);
  }

  /** The same records without these fields. */
  public GridQuery without(Set<PfaField> fields) {
    return new GridQuery(changedSince, pageSize, fields);
  }
}
