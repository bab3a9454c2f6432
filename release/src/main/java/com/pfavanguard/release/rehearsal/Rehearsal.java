package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.operations.publish.Bundle;
import com.pfavanguard.operations.publish.Publication;
import com.pfavanguard.release.adapter.http.Prober;
import com.pfavanguard.release.cli.Finish;
import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.evidence.ReleaseRecord;
import com.pfavanguard.release.journal.Digest;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.journal.Signer;
import com.pfavanguard.release.run.Audience;
import com.pfavanguard.release.run.Cast;
import com.pfavanguard.release.run.PinnedFiles;
import com.pfavanguard.release.run.RealPace;
import com.pfavanguard.release.run.Session;
import com.pfavanguard.release.run.Stage;
import com.pfavanguard.release.story.Plan;
import com.pfavanguard.release.story.Story;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The whole release on this machine, from staging to the signature of the next day. */
final class Rehearsal {
  private static final int RECORDS = 6000;
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration SLACK = Duration.ofSeconds(15);

  private final Installation installation;
  private final Script script;
  private final Stage stage;
  private final Audience audience;
  private final Consumer<String> say;

  /**
   * @param stage with an empty folder for the evidence; the theatre stands in it and goes
   */
  Rehearsal(
      Installation installation,
      Script script,
      Stage stage,
      Audience audience,
      Consumer<String> say) {
    this.installation = installation;
    this.script = script;
    this.stage = stage;
    this.audience = audience;
    this.say = say;
  }

  /** Something that happens while it runs, such as a fault. */
  @FunctionalInterface
  interface Beside {
    Beside NOTHING = (theatre, props, troupe) -> Audience.NONE;

    /** Who watches the release, and does something when it is time. */
    Audience watching(Theatre theatre, Props props, Troupe troupe);
  }

  /** With staging before it. */
  Outcome run(Theatre.Builds builds) throws IOException, InterruptedException {
    return play(builds, Beside.NOTHING, true);
  }

  /** Without staging, and with something beside it. */
  Outcome drill(Theatre.Builds builds, Beside beside) throws IOException, InterruptedException {
    return play(builds, beside, false);
  }

  private Outcome play(Theatre.Builds builds, Beside beside, boolean staged)
      throws IOException, InterruptedException {
    Instant begun = Instant.now();
    try (Theatre theatre =
            new Theatre(stage.folder().root().resolve("theatre"), builds, RECORDS, say);
        Props props = new Props(theatre, installation, script)) {
      prepare(theatre, props, builds.previous().version());
      try (LiveTraffic traffic = new LiveTraffic(theatre.publicAddress(), theatre.personas())) {
        Ensemble ensemble = new Ensemble(theatre, props, installation);
        ObjectNode staging =
            staged
                ? new DressRehearsal(ensemble, theatre, script.scale(), say).run()
                : Json.object();
        props.becomeProduction();
        return perform(new Company(theatre, props, traffic, ensemble), beside, staging, begun);
      }
    }
  }

  private void prepare(Theatre theatre, Props props, String previous)
      throws IOException, InterruptedException {
    say.accept("reading the portfolio from PEMS");
    Personas personas = theatre.personas();
    new FirstRead(
            VanguardApi.anonymous(theatre.publicAddress().toString())
                .login(personas.admin(), personas.password()))
        .run();
    new Publication(props.storage("web"), null, new Silence(), Clock.systemUTC())
        .publish(Bundle.of(props.webBundle()), previous, "previous");
  }

  /** All who take part. */
  private record Company(Theatre theatre, Props props, LiveTraffic traffic, Ensemble ensemble) {}

  private Outcome perform(Company company, Beside beside, ObjectNode staging, Instant begun)
      throws IOException, InterruptedException {
    LiveTraffic traffic = company.traffic();
    long failedBefore = traffic.failed();
    say.accept("production: the checklist begins");
    Story story = release(company, beside, staging);
    List<Prober.Probe> probes = company.props().backend().since(story.begunAt());
    return new Outcome(
        stage.folder(),
        story,
        Duration.between(begun, Instant.now()),
        new Outcome.Seen(
            Prober.downtime(probes),
            probes.stream().filter(probe -> !probe.isGood()).count(),
            traffic.failed() - failedBefore,
            traffic.requests(),
            traffic.firstFailure()));
  }

  private Story release(Company company, Beside beside, ObjectNode staging) throws IOException {
    Troupe troupe = new Troupe(script.definition(), audience, Clock.systemUTC());
    troupe.alsoWatchedBy(beside.watching(company.theatre(), company.props(), troupe));
    Cast cast = new Cast(company.ensemble(), troupe, new RealPace(), troupe);
    PinnedFiles pins = pins();
    try (Session session = Session.open(stage, cast)) {
      ObjectNode facts = Json.object();
      ReleaseRecord record = ReleaseRecord.signed(staging, new Signer(stage.key().key()));
      if (!staging.isEmpty()) {
        facts.putObject("staging").set("record", record.facts());
      }
      session.begin(
          plan(company.theatre(), troupe, pins), script.text(), "Persona conductor", facts);
      String _ = session.run(pins);
      Path report = Finish.write(stage.folder(), stage.key());
      say.accept("the completed checklist: " + report);
      return session.story();
    }
  }

  private PinnedFiles pins() {
    Map<String, Path> files = new TreeMap<>();
    Path release = installation.root().resolve("ops/release");
    files.put("checklist", release.resolve("production.yaml"));
    files.put("rehearsal", release.resolve("rehearsal.yaml"));
    files.put("lines", release.resolve("document-lines.txt"));
    files.put(PinnedFiles.ARTIFACT + "application", installation.appJar());
    return new PinnedFiles(files);
  }

  private Plan plan(Theatre theatre, Troupe troupe, PinnedFiles pins) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    boolean hurried = script.isHurried();
    Duration day = Duration.ofMillis(Math.round(DAY.toMillis() / script.scale()));
    Definition definition = script.definition();
    return new Plan(
        "rehearsal-" + now.toString().replaceAll("[-:]", ""),
        definition.checklist().release(),
        theatre.builds().deployed().version(),
        theatre.builds().previous().version(),
        Digest.of(script.text().getBytes(StandardCharsets.UTF_8)),
        pins.now(),
        hurried ? "drill" : "rehearse",
        script.scale(),
        hurried ? now : now.plus(day).plus(SLACK),
        troupe.roster());
  }
}
