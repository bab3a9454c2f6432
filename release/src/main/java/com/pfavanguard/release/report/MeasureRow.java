package com.pfavanguard.release.report;

import com.pfavanguard.release.definition.Definition.Measure;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Unit;
import com.pfavanguard.release.judge.Verdict;
import com.pfavanguard.release.story.Measured;
import com.pfavanguard.release.story.Story;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A measured blank: its value with n, window, source and time. */
final class MeasureRow {
  private final Story story;

  MeasureRow(Story story) {
    this.story = story;
  }

  Row of(Measure measure) {
    Optional<Measured> seen = story.measure(measure.id());
    return new Row(
        measure.lines(),
        measure.id(),
        seen.map(each -> value(each.reading(), measure)).orElse(Filling.NOT_REACHED),
        measure.require(),
        seen.map(each -> mark(each, measure)).orElse(""),
        seen.map(each -> proof(each, measure)).orElse(""));
  }

  private String mark(Measured seen, Measure measure) {
    Verdict verdict = seen.verdict();
    if (verdict == null) {
      return "";
    }
    return verdict.opensGate() ? "✓" : isOverruled(seen, measure) ? "✗ overruled" : "✗";
  }

  private boolean isOverruled(Measured seen, Measure measure) {
    Verdict verdict = seen.verdict();
    return story.isOpen(measure.id()) && verdict != null && !verdict.opensGate();
  }

  static String value(Reading reading, Measure measure) {
    return switch (reading) {
      case Reading.Level level -> shown(level.value(), measure).toString();
      case Reading.Share share -> share(share);
      case Reading.Words words -> words.text();
      case Reading.Nothing nothing -> "no data: " + nothing.why();
      case Reading.Broken broken -> "error: " + broken.why();
    };
  }

  private static Quantity shown(Quantity value, Measure measure) {
    Unit asked = measure.unit() == null ? value.unit() : Unit.of(measure.unit()).orElseThrow();
    return value.in(asked);
  }

  private static String share(Reading.Share share) {
    if (share.of() == 0) {
      return "none of n=0";
    }
    BigDecimal ratio =
        BigDecimal.valueOf(share.hits())
            .divide(BigDecimal.valueOf(share.of()), MathContext.DECIMAL64);
    Quantity percent = new Quantity(ratio, Unit.RATIO).in(Unit.PERCENT);
    return "%s (%d of n=%d)".formatted(percent, share.hits(), share.of());
  }

  private String proof(Measured seen, Measure measure) {
    JsonNode body = seen.body();
    StringBuilder proof = new StringBuilder();
    if (isOverruled(seen, measure)) {
      proof.append("opened by ").append(story.openedBy(measure.id())).append("; ");
    }
    if (seen.verdict() != null) {
      proof.append(seen.verdict()).append(": ").append(seen.reason()).append("; ");
    }
    proof.append("source ").append(measure.from());
    if (body.path("windowSeconds").isNumber()) {
      Duration window = Duration.ofMillis((long) (body.path("windowSeconds").asDouble() * 1000));
      proof.append(", window ").append(Moments.of(window));
      proof.append(" since ").append(Moments.of(Instant.parse(body.path("since").asString())));
    }
    proof.append(", at ").append(Moments.of(Instant.parse(body.path("at").asString())));
    proof.append(", answer ").append(body.path("answer").asString().substring(0, 12));
    return proof.toString();
  }
}
