package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.release.definition.Problem;
import com.pfavanguard.release.journal.Json;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ArrayNode;

@Command(
    name = "lint",
    description = {
      "Check a checklist.",
      "Its form, its sense, and that every box, blank and command of the paper document "
          + "is mapped. Each problem is named with file, line and field."
    },
    footer = {"", "Exit codes: 0 sound, 1 not so, 2 wrong usage."})
final class LintCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DefinitionOption definition = new DefinitionOption();

  @Override
  public Integer call() throws IOException {
    List<Problem> problems = definition.problems();
    Console console = common.console();
    problems.forEach(problem -> console.say(problem.toString()));
    if (problems.isEmpty()) {
      console.say("%s is sound, and maps the whole document".formatted(definition.file()));
    }
    var json = Json.object().put("ok", problems.isEmpty());
    ArrayNode list = json.putArray("problems");
    problems.forEach(
        problem ->
            list.add(
                Json.object()
                    .put("file", problem.file())
                    .put("line", problem.line())
                    .put("field", problem.field())
                    .put("message", problem.message())));
    console.result(Json.canonical(json));
    return problems.isEmpty() ? 0 : 1;
  }
}
