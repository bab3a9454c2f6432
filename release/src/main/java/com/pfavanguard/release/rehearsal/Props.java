package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.audit.AuditVerification;
import com.pfavanguard.launcher.backup.EmbeddedScratch;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.operations.storage.Storages;
import com.pfavanguard.release.adapter.files.Artifacts;
import com.pfavanguard.release.adapter.http.Prober;
import com.pfavanguard.release.adapter.prometheus.AlertRules;
import com.pfavanguard.release.adapter.prometheus.SampledMetrics;
import com.pfavanguard.release.adapter.traffic.Fleet.Part;
import com.pfavanguard.traffic.Colour;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a rehearsal needs around the theatre: eyes, storage, and those outside of the company. */
final class Props implements AutoCloseable {
  private static final Duration SAMPLING = Duration.ofSeconds(1);

  private final Theatre theatre;
  private final Installation installation;
  private final SampledMetrics metrics;
  private final Prober backend;
  private final Prober frontend;
  private final Extras extras = new Extras();
  private final MailSink mail = new MailSink();
  private volatile String environment = "staging";

  Props(Theatre theatre, Installation installation, Script script) throws IOException {
    this.theatre = theatre;
    this.installation = installation;
    Clock clock = Clock.systemUTC();
    AlertRules rules =
        AlertRules.read(root().resolve("ops/prometheus/rules.yml"), script.scale())
            .mention(script.text());
    try (Stream<Path> dashboards = Files.list(dashboards())) {
      for (Path dashboard : dashboards.toList()) {
        rules.mention(Files.readString(dashboard));
      }
    }
    this.metrics = new SampledMetrics(this::targets, rules, SAMPLING, clock);
    this.backend = prober("/health", "api", clock);
    this.frontend = prober("/", "web", clock);
  }

  private Prober prober(String path, String target, Clock clock) {
    return new Prober(
        theatre.publicAddress().resolve(path),
        clock,
        probe ->
            metrics.note(
                "probe_success",
                Map.of("target", target, "service", "probe"),
                probe.isGood() ? 1 : 0));
  }

  /** As the files in ops/prometheus/targets name them. */
  private List<SampledMetrics.Target> targets() {
    List<SampledMetrics.Target> targets = new ArrayList<>();
    for (Colour colour : Colour.values()) {
      for (Part part : theatre.fleet().parts(colour)) {
        int port = theatre.fleet().managementPort(part, colour);
        targets.add(
            new SampledMetrics.Target(
                URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"),
                Map.of(
                    "service",
                    part == Part.backend ? "api" : "worker",
                    "environment",
                    environment)));
      }
    }
    return targets;
  }

  /** From now on what is measured is production. */
  void becomeProduction() {
    environment = "production";
  }

  private Path root() {
    return installation.root();
  }

  Path dashboards() {
    return root().resolve("ops/grafana/dashboards");
  }

  Path templates() {
    return root().resolve("ops/messages");
  }

  SampledMetrics metrics() {
    return metrics;
  }

  Map<String, Prober> probers() {
    return Map.of("backend", backend, "frontend", frontend);
  }

  Prober backend() {
    return backend;
  }

  Extras extras() {
    return extras;
  }

  /** Where people would be told. */
  Map<String, String> channels() {
    return Map.of(
        "VANGUARD_CHAT_WEBHOOK_URL",
        extras.address() + "/chat",
        "VANGUARD_STATUS_PAGE_URL",
        extras.address() + "/v1/pages/rehearsal",
        "VANGUARD_STATUS_PAGE_TOKEN",
        "rehearsal",
        "VANGUARD_SMTP_URL",
        "smtp://127.0.0.1:" + mail.port(),
        "VANGUARD_MAIL_FROM",
        "release@example.com",
        "VANGUARD_MAIL_TO",
        "planners@example.com");
  }

  Storage storage(String name) throws IOException {
    return Storages.open(
        Files.createDirectories(theatre.folder().resolve("storage").resolve(name)).toString());
  }

  Path webBundle() {
    return root().resolve("web/target/classes/META-INF/resources");
  }

  Artifacts artifacts() {
    return new Artifacts(
        Map.of("application", installation.appJar(), "web", webBundle()),
        Stream.of("app", "release", "traffic", "operations", "secrets", "launcher")
            .map(module -> root().resolve(module).resolve("target/surefire-reports"))
            .toList());
  }

  EmbeddedScratch scratch() throws IOException, InterruptedException {
    return EmbeddedScratch.start(installation.programFolders(theatre.folder().resolve("cache")));
  }

  List<String> auditViolations(String url) throws java.sql.SQLException {
    return new AuditVerification(url, List.of(), Console.silent()).violations();
  }

  @Override
  public void close() throws IOException {
    backend.close();
    frontend.close();
    metrics.close();
    extras.close();
    mail.close();
  }
}
