package com.pfavanguard.release.cli;

import static com.pfavanguard.release.definition.Definition.each;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.definition.Definition.Ask;
import com.pfavanguard.release.people.Statement.Kind;
import com.pfavanguard.release.run.AnswerForm;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "answer",
    description = {
      "Answer a question of the checklist.",
      "The newest answer counts, until its step is over."
    })
final class AnswerCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private Speaker speaker = new Speaker();

  @Parameters(index = "0", paramLabel = "QUESTION", description = "its id, such as go.decision")
  private String question = "";

  @Parameters(
      index = "1",
      paramLabel = "ANSWER",
      description = "yes, no, a number, a choice, words")
  private String answer = "";

  @Override
  public Integer call() throws IOException {
    Ask ask =
        speaker
            .kept()
            .definition()
            .steps()
            .flatMap(step -> each(step.asks()))
            .filter(each -> each.id().equals(question))
            .findFirst()
            .orElseThrow(() -> new Refusal("there is no question '%s'".formatted(question)));
    if (!AnswerForm.fits(ask, answer)) {
      throw new Refusal(
          "'%s' is no answer to '%s': %s".formatted(answer, ask.question(), AnswerForm.of(ask)));
    }
    return speaker.say(common.console(), Kind.answer, question, answer);
  }
}
