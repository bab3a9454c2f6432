package com.pfavanguard.launcher;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.operations.publish.Bundle;
import com.pfavanguard.operations.publish.CloudFront;
import com.pfavanguard.operations.publish.Publication;
import com.pfavanguard.operations.publish.Release;
import com.pfavanguard.operations.publish.Releases;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.operations.storage.Storages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "web",
    description = "The front end where a CDN hands it out.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      WebCommand.Publish.class,
      WebCommand.Rollback.class,
      WebCommand.ListReleases.class
    })
final class WebCommand {

  /** What the three have in common. */
  static final class Place {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Mixin private CommonOptions common = new CommonOptions();

    @Option(
        names = "--to",
        paramLabel = "PLACE",
        description = "s3://bucket/prefix or a folder (default: VANGUARD_WEB_TO)")
    private @Nullable String to;

    Storage open() {
      String place = to == null ? System.getenv().getOrDefault("VANGUARD_WEB_TO", "") : to;
      if (place.isBlank()) {
        throw new ParameterException(spec.commandLine(), "say where: --to, or VANGUARD_WEB_TO");
      }
      return Storages.open(place);
    }

    Console console() {
      return common.console();
    }

    Publication publication(Storage storage) {
      String distribution = System.getenv().getOrDefault("CLOUDFRONT_DIST_ID", "");
      return new Publication(
          storage,
          distribution.isBlank() ? null : CloudFront.of(distribution, System.getenv()),
          new ConsoleProgress(console()),
          Clock.systemUTC());
    }

    int report(Publication.Published published, String place) {
      Release release = published.release();
      Console console = console();
      console.say(
          String.format(
              Locale.ROOT,
              "release %s (%s) in %s: %d files, %.2f MB, %d uploaded%s",
              release.id(),
              release.version(),
              place,
              release.files().size(),
              release.bundleBytes() / 1e6,
              published.uploaded(),
              published.invalidation() == null
                  ? "; no CDN told (CLOUDFRONT_DIST_ID is not set)"
                  : ", invalidation " + published.invalidation()));
      ObjectNode report = json(release).put("ok", true).put("location", place);
      report.put("uploaded", published.uploaded()).put("invalidation", published.invalidation());
      var forgotten = report.putArray("forgotten");
      published.forgotten().forEach(forgotten::add);
      console.result(Json.line(report));
      return 0;
    }

    static ObjectNode json(Release release) {
      return Json.object()
          .put("release", release.id())
          .put("version", release.version())
          .put("commit", release.commit())
          .put("publishedAt", release.publishedAt().toString())
          .put("files", release.files().size())
          .put("bundleBytes", release.bundleBytes());
    }
  }

  @Command(
      name = "publish",
      description = {
        "Upload the built front end: files named by their content first, index.html last. The",
        "release before and the one before that stay, for pages that are open and for rollback."
      },
      footer = {"", "CLOUDFRONT_DIST_ID names the CDN that is told to ask anew."})
  static final class Publish implements Callable<Integer> {
    @Mixin private Place place = new Place();

    @Option(
        names = "--from",
        paramLabel = "DIR",
        description = "the built files (default: those of this checkout)")
    private @Nullable Path from;

    @Override
    public Integer call() throws IOException {
      Installation installation = Installation.detect();
      Path built =
          from == null
              ? installation.root().resolve("web/target/classes/META-INF/resources")
              : from;
      try (Storage storage = place.open()) {
        return place.report(
            place
                .publication(storage)
                .publish(Bundle.of(built), installation.version(), installation.commit()),
            storage.address());
      }
    }
  }

  @Command(name = "rollback", description = "Let people get an earlier release again.")
  static final class Rollback implements Callable<Integer> {
    @Mixin private Place place = new Place();

    @Parameters(
        arity = "0..1",
        paramLabel = "RELEASE",
        description = "as web releases names it (default: the one before)")
    private @Nullable String id;

    @Override
    public Integer call() throws IOException {
      try (Storage storage = place.open()) {
        return place.report(place.publication(storage).rollback(id), storage.address());
      }
    }
  }

  @Command(name = "releases", description = "List the releases that are kept, newest first.")
  static final class ListReleases implements Callable<Integer> {
    @Mixin private Place place = new Place();

    @Override
    public Integer call() throws IOException {
      try (Storage storage = place.open()) {
        Releases releases = new Releases(storage);
        String current = releases.current();
        ObjectNode report = Json.object().put("ok", true).put("current", current);
        var list = report.putArray("releases");
        for (Release release : releases.all()) {
          list.add(Place.json(release));
          String mark = release.id().equals(current) ? "  <- people get this one" : "";
          place.console().say("%s  %s%s".formatted(release.id(), release.version(), mark));
        }
        place.console().result(Json.line(report));
      }
      return 0;
    }
  }
}
