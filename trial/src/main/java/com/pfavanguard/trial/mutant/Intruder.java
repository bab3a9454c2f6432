package com.pfavanguard.trial.mutant;

import com.pfavanguard.trial.cast.Invention;
import com.pfavanguard.trial.check.RecordKey;
import com.pfavanguard.trial.stage.Fields;
import com.pfavanguard.trial.stage.PemsControl;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A person at the PEMS screen who edits a record at the worst moment: every text of it. */
final class Intruder {
  private static final String NAME = "INTRUDER";

  private final PemsControl pems;
  private final Invention invention = new Invention();

  Intruder(PemsControl pems) {
    this.pems = pems;
  }

  void edit(ObjectNode update) throws IOException, InterruptedException {
    String mark = NAME + " " + invention.text(NAME).values().iterator().next();
    Map<String, String> fields = new HashMap<>();
    Fields.TEXTS.forEach(field -> fields.put(field, mark));
    pems.edit(record(update), NAME, fields);
  }

  private static RecordKey record(ObjectNode update) {
    String id = "";
    String organization = "";
    for (JsonNode pair :
        update.path("USERDEFINEDSCREENFIELDVALUELIST").path("USERDEFINEDSCREENFIELDVALUEPAIR")) {
      String text = pair.path("USERDEFINEDSCREENFIELDVALUE").path("TEXTDATA").asString("");
      switch (pair.path("USERDEFINEDSCREENFIELDNAME").asString("")) {
        case "PFS_ID" -> id = text;
        case "PFS_A_ORG" -> organization = text;
        default -> {}
      }
    }
    return new RecordKey(organization, id);
  }

  /** The request as the engine would never send it: without the lock. */
  static byte[] unlocked(ObjectNode update) {
    ObjectNode copy = update.deepCopy();
    copy.remove("recordid");
    return PemsProxy.bytes(copy);
  }
}
