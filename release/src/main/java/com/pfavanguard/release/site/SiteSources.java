package com.pfavanguard.release.site;

import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.operations.storage.Storages;
import com.pfavanguard.release.adapter.Source;
import com.pfavanguard.release.adapter.database.DatabaseSource;
import com.pfavanguard.release.adapter.files.ArtifactSource;
import com.pfavanguard.release.adapter.files.LogsSource;
import com.pfavanguard.release.adapter.files.StoreSource;
import com.pfavanguard.release.adapter.host.HostSource;
import com.pfavanguard.release.adapter.http.HttpSource;
import com.pfavanguard.release.adapter.http.ProbeSource;
import com.pfavanguard.release.adapter.http.Prober;
import com.pfavanguard.release.adapter.prometheus.Dashboards;
import com.pfavanguard.release.adapter.prometheus.MetricsSource;
import com.pfavanguard.release.adapter.prometheus.PrometheusApi;
import com.pfavanguard.release.adapter.redis.RedisSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sources of a site, by the kind that a definition gives them. */
record SiteSources(Site site, Clock clock) {

  Map<String, Source> byKind() throws IOException {
    Map<String, Source> sources = new HashMap<>();
    site.target("prometheus")
        .map(address -> new PrometheusApi(URI.create(address)))
        .ifPresent(
            prometheus ->
                sources.put(
                    "prometheus",
                    new MetricsSource(
                        prometheus, new Dashboards(root("ops/grafana/dashboards")), clock)));
    site.target("public").map(URI::create).ifPresent(address -> visible(address, sources));
    site.secret("database")
        .ifPresent(
            url ->
                sources.put(
                    "postgresql",
                    new DatabaseSource(DatabaseUrl.parse(url), root(SitePaths.JAR), clock)));
    site.secret("redis")
        .ifPresent(url -> sources.put("redis", new RedisSource(URI.create(url), clock)));
    site.path("logs").ifPresent(folder -> sources.put("logs", logs(folder)));
    sources.put("artifact", new ArtifactSource(SitePaths.artifacts(site), clock));
    sources.put("host", new HostSource(site.installation().root(), () -> 0, clock));
    stores(sources);
    return sources;
  }

  private Path root(String path) {
    return site.installation().root().resolve(path);
  }

  private void visible(URI address, Map<String, Source> sources) {
    sources.put("http", new HttpSource(address, clock));
    Prober backend = new Prober(address.resolve("/health"), clock, probe -> {});
    Prober frontend = new Prober(address.resolve("/"), clock, probe -> {});
    sources.put(
        "probe",
        new ProbeSource(Map.of("backend", backend, "frontend", frontend), "backend", clock));
  }

  /** Units of the new version's colour write into files that are named by it. */
  private LogsSource logs(Path folder) {
    return new LogsSource(
        query -> {
          try (Stream<Path> files = Files.list(folder)) {
            Path note = query.release().notes().resolve("new-colour.txt");
            String colour = Files.exists(note) ? Files.readString(note).strip() : "";
            return files.filter(file -> file.getFileName().toString().contains(colour)).toList();
          } catch (IOException e) {
            return List.of();
          }
        },
        clock);
  }

  private void stores(Map<String, Source> sources) {
    var backups = site.target("backups");
    var web = site.target("web");
    var archive = site.target("archive");
    if (backups.isPresent() && web.isPresent() && archive.isPresent()) {
      sources.put(
          "object-store",
          new StoreSource(
              Storages.open(backups.get()),
              Storages.open(web.get()),
              Storages.open(archive.get()),
              clock));
    }
  }
}
