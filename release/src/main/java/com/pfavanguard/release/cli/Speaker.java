package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.people.KeyFile;
import com.pfavanguard.release.people.SignedStatement;
import com.pfavanguard.release.people.Statement;
import com.pfavanguard.release.story.Plan;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands by which people speak have in common: whose word it is, and about what. */
final class Speaker {
  @Mixin private EvidenceOption evidence = new EvidenceOption();
  @Mixin private OperatorOption operator = new OperatorOption();

  @Option(names = "--reason", paramLabel = "TEXT", description = "why; it stands in the report")
  private String reason = "";

  EvidenceOption evidence() {
    return evidence;
  }

  OperatorOption operator() {
    return operator;
  }

  EvidenceFolder folder() {
    return evidence.existing();
  }

  Kept kept() throws IOException {
    return Kept.in(folder());
  }

  /** Signs it and leaves it where the runner looks. */
  int say(Console console, Statement.Kind kind, String subject, String value) throws IOException {
    Kept kept = kept();
    if (!kept.story().outcome().isEmpty()) {
      throw new Refusal("this release is over: " + kept.story().outcome());
    }
    Plan plan = kept.story().plan();
    KeyFile by = operator.enrolled(plan.roster());
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Statement statement =
        new Statement(plan.release(), plan.hash(), kind, subject, value, reason, by.name(), now);
    folder().inbox().post(SignedStatement.by(by, statement));
    console.say(
        "%s: %s '%s' is signed; the runner takes it into the journal"
            .formatted(by.name(), subject, value));
    console.result(
        Json.canonical(
            Json.object()
                .put("ok", true)
                .put("by", by.name())
                .put("subject", subject)
                .put("value", value)));
    return 0;
  }

  boolean hasReason() {
    return !reason.isBlank();
  }
}
