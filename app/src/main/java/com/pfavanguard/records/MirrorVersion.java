package com.pfavanguard.records;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a record that was seen in PEMS, for the mirror and its history.
 *
 * @param version PEMS's recordid
 * @param values the record's fields; one that is missing stays as the mirror has it
 * @param origin whose edit made it, or null when it was only read
 */
public record MirrorVersion(PfaKey key, long version, FieldValues values, @Nullable Origin origin) {

  /** The same version with these values beneath its own. */
  public MirrorVersion over(FieldValues known) {
    return new MirrorVersion(key, version, known.overlaidBy(values), origin);
  }

  /** The edit of ours that made a version. */
  public record Origin(UUID modificationId, String author, @Nullable String reason) {}
}
