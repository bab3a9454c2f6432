package com.pfavanguard.release.site;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.alerts.PageVerdict;
import com.pfavanguard.launcher.alerts.TestPage;
import com.pfavanguard.launcher.audit.AuditVerification;
import com.pfavanguard.launcher.backup.EmbeddedScratch;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.secrets.Deployed;
import com.pfavanguard.launcher.secrets.SecretsVerification;
import com.pfavanguard.launcher.smoke.Smoke;
import com.pfavanguard.launcher.smoke.Target;
import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.operations.messages.Channels;
import com.pfavanguard.operations.publish.CloudFront;
import com.pfavanguard.operations.storage.Storages;
import com.pfavanguard.release.adapter.Actor;
import com.pfavanguard.release.adapter.check.AlertsActor;
import com.pfavanguard.release.adapter.check.SecretsActor;
import com.pfavanguard.release.adapter.check.SmokeActor;
import com.pfavanguard.release.adapter.database.BackupActor;
import com.pfavanguard.release.adapter.database.FlagActor;
import com.pfavanguard.release.adapter.database.MigrationActor;
import com.pfavanguard.release.adapter.files.ArchiveActor;
import com.pfavanguard.release.adapter.files.ArtifactActor;
import com.pfavanguard.release.adapter.git.GitActor;
import com.pfavanguard.release.adapter.http.ProbeTrafficActor;
import com.pfavanguard.release.adapter.message.MessageActor;
import com.pfavanguard.release.adapter.traffic.Colours;
import com.pfavanguard.release.adapter.traffic.ProcessActor;
import com.pfavanguard.release.adapter.traffic.SwitchActor;
import com.pfavanguard.release.adapter.traffic.SystemdFleet;
import com.pfavanguard.release.adapter.web.CdnActor;
import com.pfavanguard.release.adapter.web.WebActor;
import com.pfavanguard.traffic.Changeover;
import com.pfavanguard.traffic.haproxy.HaproxySwitch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The actors of a site: each where what it needs is configured. */
record SiteActors(Site site) {
  private static final Duration PAGE_PATIENCE = Duration.ofSeconds(30);

  List<Actor> all() throws IOException {
    List<Actor> actors = new ArrayList<>();
    database(actors);
    traffic(actors);
    web(actors);
    people(actors);
    checks(actors);
    Path root = site.installation().root();
    actors.add(new GitActor(root, "origin"));
    actors.add(new ArtifactActor(SitePaths.artifacts(site), task -> build(root)));
    site.path("logs")
        .ifPresent(
            folder ->
                site.target("archive")
                    .ifPresent(
                        place ->
                            actors.add(
                                new ArchiveActor(() -> files(folder), Storages.open(place)))));
    return actors;
  }

  private void database(List<Actor> actors) throws IOException {
    var secret = site.secret("database");
    if (secret.isEmpty()) {
      return;
    }
    DatabaseUrl database = DatabaseUrl.parse(secret.get());
    Path jar = site.installation().root().resolve(SitePaths.JAR);
    actors.add(new FlagActor(database));
    actors.add(new MigrationActor(database, jar, () -> new MigrationRun(site, jar).run()));
    site.target("backups")
        .ifPresent(
            place ->
                actors.add(
                    new BackupActor(
                        environment(),
                        database,
                        Storages.open(place),
                        () -> EmbeddedScratch.start(programs()),
                        url ->
                            new AuditVerification(url, List.of(), Console.silent()).violations())));
  }

  private String environment() {
    return site.target("environment").orElse("production");
  }

  private List<Path> programs() {
    Installation installation = site.installation();
    return installation.programFolders(installation.defaultDataDirectory().resolve("cache"));
  }

  private void traffic(List<Actor> actors) {
    var socket = site.path("proxy-socket");
    var map = site.path("proxy-map");
    var address = site.target("public");
    if (socket.isPresent() && map.isPresent() && address.isPresent()) {
      HaproxySwitch proxy = new HaproxySwitch(socket.get(), map.get());
      Colours colours = new Colours(proxy);
      actors.add(new SwitchActor(new Changeover(proxy, URI.create(address.get())), colours));
      Path jar = site.installation().root().resolve(SitePaths.JAR);
      Path installed = Path.of(site.target("installed").orElse("/opt/pfa-vanguard"));
      SystemdFleet fleet = new SystemdFleet(List.of("systemctl"), ports(), jar, installed);
      actors.add(new ProcessActor(fleet, colours));
    }
  }

  /** {@code unit=port, unit=port}. */
  private Map<String, Integer> ports() {
    Map<String, Integer> ports = new TreeMap<>();
    for (String each : site.target("management-ports").orElse("").split(",", -1)) {
      String[] pair = each.strip().split("=", 2);
      if (pair.length == 2) {
        ports.put(pair[0], Integer.parseInt(pair[1]));
      }
    }
    return ports;
  }

  private void web(List<Actor> actors) throws IOException {
    String distribution = site.secret("cdn").orElse("");
    CloudFront cdn = distribution.isEmpty() ? null : CloudFront.of(distribution, System.getenv());
    if (cdn != null) {
      actors.add(new CdnActor(cdn));
    }
    site.target("web")
        .ifPresent(
            place ->
                actors.add(
                    new WebActor(
                        Storages.open(place),
                        SitePaths.webBundle(site),
                        cdn,
                        site.installation().commit())));
  }

  private void people(List<Actor> actors) {
    actors.add(
        new MessageActor(
            site.installation().root().resolve("ops/messages"),
            Channels.of(System.getenv()),
            Map.of(
                "startsAt", site.target("window-begins").orElse("as announced"),
                "endsAt", site.target("window-ends").orElse("as announced"),
                "downtime", site.target("announced-downtime").orElse("none"),
                "lead", site.target("lead").orElse("the deployment lead"),
                "reason", "see the status page")));
  }

  private void checks(List<Actor> actors) throws IOException {
    String environment = environment();
    actors.add(
        new SecretsActor(
            () ->
                SecretsVerification.of(
                    new Deployed(environment, System.getenv()), environment, Console.silent())));
    actors.add(new AlertsActor(task -> page()));
    String address = site.target("public").orElse("");
    String organization = site.target("smoke-organization").orElse("");
    String token = site.secret("smoke-token").orElse("");
    if (!address.isEmpty() && !token.isEmpty()) {
      actors.add(new ProbeTrafficActor(URI.create(address), () -> List.of(token)));
      Target target =
          new Target(environment, address, organization, caller -> caller.withToken(token));
      actors.add(
          new SmokeActor(
              () -> new Smoke(target, Console.silent()).results(), java.util.Optional::empty));
    }
  }

  private PageVerdict page() throws InterruptedException {
    String address = site.target("alertmanager").orElse("");
    return address.isEmpty()
        ? new PageVerdict.Broken("no Alertmanager is configured")
        : new TestPage(address, PAGE_PATIENCE).send();
  }

  private static void build(Path root) throws IOException, InterruptedException {
    Process build =
        new ProcessBuilder("./mvnw", "-q", "verify")
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("target/release-build.log").toFile())
            .start();
    if (build.waitFor() != 0) {
      throw new IOException("the build fails: see target/release-build.log");
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
