package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.people.Keys;
import com.pfavanguard.release.verify.Verification;
import java.io.IOException;
import java.security.PublicKey;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "verify",
    description = {
      "Check that evidence is what its runner left.",
      "Chain, signatures and anchors of the journal, every answer by its hash, every verdict judged"
          + " again, every file made again. Names the first entry or file that is not as it was."
    },
    footer = {"", "Exit codes: 0 intact, 1 not so, 2 wrong usage."})
final class VerifyCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private FolderArgument evidence = new FolderArgument();
  @Mixin private AnchorOption anchor = new AnchorOption();

  @Option(
      names = "--runner-key",
      paramLabel = "BASE64",
      description = "the runner's public key (default: that of the key in --keys)")
  private @Nullable String runnerKey;

  @Override
  public Integer call() throws IOException {
    KeyFolder keys = common.keys();
    Verification.Result result =
        new Verification(evidence.existing(), key(keys), anchor.anchor(keys)).verify();
    Console console = common.console();
    result.problems().forEach(console::say);
    if (result.isIntact()) {
      console.say("intact: %d entries, %d anchors".formatted(result.entries(), result.anchors()));
    }
    var json = Json.object().put("ok", result.isIntact()).put("entries", result.entries());
    json.put("anchors", result.anchors());
    result.problems().forEach(json.putArray("problems")::add);
    console.result(Json.canonical(json));
    return result.isIntact() ? 0 : 1;
  }

  private PublicKey key(KeyFolder keys) throws IOException {
    if (runnerKey == null) {
      return keys.existingRunner().publicKey();
    }
    try {
      return Keys.publicKey(runnerKey);
    } catch (IllegalArgumentException e) {
      throw new Refusal("--runner-key is no public key", e);
    }
  }
}
