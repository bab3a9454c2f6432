package com.pfavanguard.trial.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that the checker looks at. */
public record Evidence(Pems pems, People people, Product product) {

  /**
   * What PEMS witnessed.
   *
   * @param before the records as PEMS held them when the trial began
   * @param writes its log of the trial, in its order
   */
  public record Pems(
      Map<RecordKey, RecordState> before,
      List<PemsWrite> writes,
      Optional<Drift> drift,
      Traffic traffic) {}

  /**
   * @param refused by PEMS's own token bucket
   */
  public record Traffic(long requests, long refused) {}

  /** What people noted: commits of authors, decisions on what waited for a person. */
  public record People(List<AuthorEdit> edits, List<Decision> decisions) {}

  /**
   * What the product says.
   *
   * @param standings by modification id
   * @param mirror the records as it shows them at the end
   * @param waiting queued edits left at the end
   */
  public record Product(
      Map<String, Standing> standings, Map<RecordKey, RecordState> mirror, long waiting) {}

  public List<AuthorEdit> edits() {
    return people.edits();
  }

  public List<PemsWrite> writes() {
    return pems.writes();
  }

  /** A record at one moment; absent from a map means that there is none. */
  public record RecordState(long version, Map<String, @Nullable String> fields) {}
}
