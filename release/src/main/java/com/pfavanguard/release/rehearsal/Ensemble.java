package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.process.ChildKind;
import com.pfavanguard.launcher.secrets.Local;
import com.pfavanguard.launcher.secrets.SecretsVerification;
import com.pfavanguard.launcher.smoke.CheckResult;
import com.pfavanguard.launcher.smoke.Smoke;
import com.pfavanguard.launcher.smoke.Target;
import com.pfavanguard.operations.messages.Channels;
import com.pfavanguard.operations.publish.Cdn;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.release.adapter.Actor;
import com.pfavanguard.release.adapter.Adapters;
import com.pfavanguard.release.adapter.Equipment;
import com.pfavanguard.release.adapter.Release;
import com.pfavanguard.release.adapter.Source;
import com.pfavanguard.release.adapter.check.AlertsActor;
import com.pfavanguard.release.adapter.check.PagerDuty;
import com.pfavanguard.release.adapter.check.SecretsActor;
import com.pfavanguard.release.adapter.check.SmokeActor;
import com.pfavanguard.release.adapter.database.BackupActor;
import com.pfavanguard.release.adapter.database.DatabaseSource;
import com.pfavanguard.release.adapter.database.FlagActor;
import com.pfavanguard.release.adapter.database.MigrationActor;
import com.pfavanguard.release.adapter.files.ArchiveActor;
import com.pfavanguard.release.adapter.files.ArtifactActor;
import com.pfavanguard.release.adapter.files.ArtifactSource;
import com.pfavanguard.release.adapter.files.LogsSource;
import com.pfavanguard.release.adapter.files.StoreSource;
import com.pfavanguard.release.adapter.git.GitActor;
import com.pfavanguard.release.adapter.host.HostSource;
import com.pfavanguard.release.adapter.http.HttpSource;
import com.pfavanguard.release.adapter.http.ProbeSource;
import com.pfavanguard.release.adapter.http.ProbeTrafficActor;
import com.pfavanguard.release.adapter.message.MessageActor;
import com.pfavanguard.release.adapter.prometheus.Dashboards;
import com.pfavanguard.release.adapter.prometheus.MetricsSource;
import com.pfavanguard.release.adapter.traffic.Colours;
import com.pfavanguard.release.adapter.traffic.Fleet.Part;
import com.pfavanguard.release.adapter.traffic.ProcessActor;
import com.pfavanguard.release.adapter.traffic.SwitchActor;
import com.pfavanguard.release.adapter.web.CdnActor;
import com.pfavanguard.release.adapter.web.WebActor;
import com.pfavanguard.release.definition.Definition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The adapters of a release, at work on a theatre instead of production. */
final class Ensemble implements Equipment {
  /** Some samples of one second, also of a process that answers late. */
  private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(6);

  private static final String ROUTING_KEY = "0123456789abcdef0123456789abcdef";

  private final Theatre theatre;
  private final Props props;
  private final Installation installation;
  private final Colours colours;
  private final Clock clock = Clock.systemUTC();

  Ensemble(Theatre theatre, Props props, Installation installation) {
    this.theatre = theatre;
    this.props = props;
    this.installation = installation;
    this.colours = new Colours(theatre.turnout());
  }

  @Override
  public Adapters open(Definition definition, Release release) throws IOException {
    Map<String, Source> byKind = sources();
    Map<String, Source> named = new HashMap<>();
    definition
        .checklist()
        .sources()
        .forEach(
            (name, kind) -> {
              Source source = byKind.get(kind);
              if (source != null) {
                named.put(name, source);
              }
            });
    Map<String, Actor> actors = new HashMap<>();
    actors().forEach(actor -> actors.put(actor.area(), actor));
    return new Adapters(named, actors);
  }

  private Map<String, Source> sources() throws IOException {
    Map<String, Source> sources = new HashMap<>();
    sources.put(
        "prometheus",
        new MetricsSource(
            props.metrics(), new Dashboards(props.dashboards()), clock, SHORTEST_WINDOW));
    sources.put("probe", new ProbeSource(props.probers(), "backend", clock));
    sources.put("http", new HttpSource(theatre.publicAddress(), clock));
    sources.put("postgresql", new DatabaseSource(theatre.operator(), jar(), clock));
    sources.put("host", new HostSource(theatre.folder(), theatre::databaseProcess, clock));
    sources.put("logs", new LogsSource(query -> newLogs(query.release()), clock));
    sources.put("artifact", new ArtifactSource(props.artifacts(), clock));
    sources.put(
        "object-store",
        new StoreSource(storage("backups"), storage("web"), storage("logs"), clock));
    return sources;
  }

  private Path jar() {
    return installation.appJar();
  }

  private Storage storage(String name) throws IOException {
    return props.storage(name);
  }

  private List<Path> newLogs(Release release) {
    try {
      return Stream.of(Part.values()).map(part -> log(part, release)).toList();
    } catch (UncheckedIOException e) {
      return List.of();
    }
  }

  private Path log(Part part, Release release) {
    try {
      return theatre.logs().resolve(LocalFleet.name(part, colours.newOne(release)) + ".log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Actor> actors() throws IOException {
    Cdn cdn = new RehearsedCdn(props.extras().address());
    return List.of(
        new FlagActor(theatre.operator()),
        new MigrationActor(theatre.operator(), jar(), this::migrate),
        new BackupActor(
            "rehearsal",
            theatre.operator(),
            storage("backups"),
            props::scratch,
            props::auditViolations),
        new SwitchActor(theatre.changeover(), colours),
        new ProcessActor(theatre.fleet(), colours),
        new WebActor(storage("web"), props.webBundle(), cdn, installation.commit()),
        new CdnActor(cdn),
        new MessageActor(props.templates(), Channels.of(props.channels()), values()),
        new GitActor(checkout(), "origin"),
        new ArchiveActor(this::allLogs, storage("logs")),
        new ArtifactActor(props.artifacts(), task -> noBuild()),
        new SecretsActor(this::secrets),
        new ProbeTrafficActor(theatre.publicAddress(), theatre::readerTokens),
        new AlertsActor(task -> pager().test(task.effectId())),
        new SmokeActor(this::smoke, new BrowserLook(installation.root(), theatre)));
  }

  private static void noBuild() throws IOException {
    throw new IOException("something is not built: leave --no-build away");
  }

  private void migrate() throws IOException, InterruptedException {
    theatre.migrate(ChildKind.TASK);
  }

  private static Map<String, String> values() {
    return Map.of(
        "startsAt", "now",
        "endsAt", "in an hour",
        "downtime", "0 s",
        "lead", "a persona",
        "reason", "a rehearsal");
  }

  private Path checkout() throws IOException {
    Path folder = theatre.folder().resolve("git");
    try {
      return Files.isDirectory(folder)
          ? folder.resolve("clone")
          : Checkout.clone(installation.root(), folder).folder();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private List<Path> allLogs() {
    try (Stream<Path> logs = Files.list(theatre.logs())) {
      return logs.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PagerDuty pager() {
    return new PagerDuty(props.extras().address(), () -> ROUTING_KEY);
  }

  private SecretsVerification secrets() {
    ObjectNode run = Json.object();
    run.putObject("database").put("url", theatre.operator().withPassword());
    run.putObject("simulator")
        .put("url", theatre.pemsUrl())
        .put("tenant", "DEMO")
        .put("basicAuth", "vanguard:" + theatre.pemsPassword());
    Map<String, String> variables =
        Map.of(
            "GEMINI_API_KEY",
            "rehearsal",
            "VANGUARD_GEMINI_BASE_URL",
            props.extras().address().toString());
    return SecretsVerification.of(new Local(run, theatre.secrets(), variables), Console.silent());
  }

  List<CheckResult> smoke() throws InterruptedException {
    Personas personas = theatre.personas();
    Target target =
        new Target(
            "rehearsal",
            theatre.publicAddress().toString(),
            "RIO",
            anonymous -> anonymous.login(personas.tester(), theatre.testerPassword()));
    return new Smoke(target, Console.silent()).results();
  }
}
