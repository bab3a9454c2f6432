package com.pfavanguard.release.adapter.files;

import com.pfavanguard.release.adapter.Observation;
import com.pfavanguard.release.adapter.Query;
import com.pfavanguard.release.adapter.Source;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * {@code NAME/exists}, {@code NAME/size}, {@code NAME/digestEqual} (to what it was when it was
 * built), {@code tests/run}, {@code tests/failed}.
 */
public final class ArtifactSource implements Source {
  private final Artifacts artifacts;
  private final Clock clock;

  public ArtifactSource(Artifacts artifacts, Clock clock) {
    this.artifacts = artifacts;
    this.clock = clock;
  }

  @Override
  public Observation read(Query query) {
    Instant now = clock.instant();
    String[] path = query.read().split("/", 2);
    try {
      Reading reading = path[0].equals("tests") ? tests(path[1]) : of(path[0], path[1], query);
      return new Observation(reading, query.read(), now, reading.toString());
    } catch (IOException e) {
      return new Observation(
          new Reading.Broken(String.valueOf(e.getMessage())), query.read(), now, "");
    }
  }

  private Reading of(String name, String what, Query query) throws IOException {
    return switch (what) {
      case "exists" -> level(artifacts.exists(name) ? 1 : 0, Unit.COUNT);
      case "size" -> level(artifacts.size(name), Unit.BYTES);
      case "digestEqual" -> digestEqual(name, query);
      default -> new Reading.Broken("an artifact has no " + what);
    };
  }

  private Reading digestEqual(String name, Query query) throws IOException {
    Path note = ArtifactActor.note(query.release().notes(), name);
    if (!Files.exists(note)) {
      return new Reading.Nothing("its hash was not taken when it was built");
    }
    String then = Files.readString(note).strip();
    return level(then.equals(artifacts.digest(name)) ? 1 : 0, Unit.COUNT);
  }

  /** No test at all is no good news. */
  private Reading tests(String what) throws IOException {
    TestReports reports = TestReports.of(artifacts.reports());
    if (reports.run() == 0) {
      return new Reading.Nothing("no test has left a report");
    }
    return level(what.equals("run") ? reports.run() : reports.failed(), Unit.COUNT);
  }

  private static Reading level(long value, Unit unit) {
    return new Reading.Level(new Quantity(BigDecimal.valueOf(value), unit));
  }
}
