package com.pfavanguard.release.adapter.check;

import com.pfavanguard.launcher.secrets.SecretsVerification;
import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.FactTree;
import com.pfavanguard.release.adapter.Settings;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.adapter.WorkingActor;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code secrets.verify} tries every credential, as {@code ./vanguard secrets verify} does. What is
 * not configured leaves no fact, so that its gate has no data.
 */
public final class SecretsActor extends WorkingActor {
  private static final java.util.List<String> KINDS =
      java.util.List.of("pems", "database", "redis", "gemini");

  private final Supplier<SecretsVerification> verification;

  public SecretsActor(Supplier<SecretsVerification> verification) {
    this.verification = verification;
  }

  @Override
  public String area() {
    return "secrets";
  }

  @Override
  protected Sight look(Task task, Settings observe, Settings act) {
    return new Sight.NotDone();
  }

  @Override
  protected Deed work(Task task, Settings act) {
    FactTree facts = new FactTree();
    Map<String, Boolean> works = verification.get().works();
    for (String kind : KINDS) {
      Map<Boolean, Long> counts =
          works.entrySet().stream()
              .filter(each -> each.getKey().startsWith(kind))
              .collect(
                  java.util.stream.Collectors.groupingBy(
                      Map.Entry::getValue, java.util.stream.Collectors.counting()));
      if (!counts.isEmpty()) {
        facts.put("secrets/%s/valid".formatted(kind), !counts.containsKey(false));
      }
    }
    works.forEach((name, good) -> facts.put("credentials/" + name, good));
    return facts.done();
  }
}
