package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.report.Outputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "report",
    description = {
      "Make the completed checklist of a journal.",
      "checklist.md and checklist.html (print it for signatures), dora.json and metrics.prom; also"
          + " while the release still runs. The same journal gives the same bytes."
    })
final class ReportCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private FolderArgument evidence = new FolderArgument();

  @Option(names = "--out", paramLabel = "DIR", description = "where to (default: the evidence)")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    EvidenceFolder folder = evidence.existing();
    Kept kept = Kept.in(folder);
    Path target = out == null ? folder.root() : out;
    if (!Files.isDirectory(target)) {
      throw new Refusal("there is no folder %s".formatted(target));
    }
    Map<String, String> files = Outputs.of(kept.definition(), kept.entries());
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(target.resolve(file.getKey()), file.getValue());
    }
    Console console = common.console();
    Path report = target.resolve("checklist.html");
    console.say("the checklist is %s".formatted(report));
    console.result(Json.canonical(Json.object().put("ok", true).put("report", report.toString())));
    return 0;
  }
}
