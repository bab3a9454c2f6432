package com.pfavanguard.release.run;

import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.story.Chronicle;
import com.pfavanguard.release.story.Kind;
import com.pfavanguard.release.story.Plan;
import tools.jackson.databind.node.ObjectNode;

/** The first entry of a journal, and of every further runner's part of it. */
public final class Beginning {
  private Beginning() {}

  /**
   * Pins the plan.
   *
   * @param by who runs the release
   * @param runnerKey public key of this journal's signatures; verified against the enrolled one
   * @param facts known beforehand, such as the staging record
   */
  public static void begin(
      Chronicle chronicle, Plan plan, String by, String runnerKey, ObjectNode facts) {
    ObjectNode body = Json.object().put("by", by).put("runnerKey", runnerKey);
    body.put("hash", plan.hash()).set("plan", plan.toJson());
    body.set("facts", facts);
    chronicle.tell(Kind.BEGUN, body);
  }

  public static void resume(Chronicle chronicle, String by) {
    chronicle.tell(Kind.RESUMED, Json.object().put("by", by));
  }
}
