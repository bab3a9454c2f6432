package com.pfavanguard.release.cli;

import static com.pfavanguard.release.definition.Definition.each;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.people.Statement.Kind;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "approve",
    description = {
      "Sign for a role, or decline.",
      "Declined is final: it ends the release. Whoever runs the release cannot approve "
          + "it; an approval is for the plan as it is pinned now."
    })
final class ApproveCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private Speaker speaker = new Speaker();

  @Parameters(
      paramLabel = "STEP/ROLE",
      description = "such as approvals/product-owner; 'release status' lists what is waited for")
  private String subject = "";

  @Option(names = "--decline", description = "decline; needs a reason")
  private boolean decline;

  @Override
  public Integer call() throws IOException {
    List<String> asked =
        speaker
            .kept()
            .definition()
            .steps()
            .flatMap(step -> each(step.approvals()).map(each -> step.id() + "/" + each.role()))
            .toList();
    if (!asked.contains(subject)) {
      throw new Refusal("'%s' is not asked for; asked are %s".formatted(subject, asked));
    }
    if (decline && !speaker.hasReason()) {
      throw new Refusal("to decline needs a --reason");
    }
    return speaker.say(common.console(), Kind.approval, subject, decline ? "declined" : "approved");
  }
}
