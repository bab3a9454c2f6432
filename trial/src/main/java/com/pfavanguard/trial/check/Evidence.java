package com.pfavanguard.trial.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the checker looks at.
 *
 * @param before the records as PEMS held them when the trial began
 * @param writes PEMS's log of the trial, in its order
 * @param edits what the authors committed
 * @param standings by modification id
 * @param mirror the records as the product shows them at the end
 * @param waiting queued edits left at the end
 */
public record Evidence(
    Map<RecordKey, RecordState> before,
    List<PemsWrite> writes,
    List<AuthorEdit> edits,
    Map<String, Standing> standings,
    Map<RecordKey, RecordState> mirror,
    long waiting) {

  /** A record at one moment; absent from a map means that there is none. */
  public record RecordState(long version, Map<String, @Nullable String> fields) {}
}
