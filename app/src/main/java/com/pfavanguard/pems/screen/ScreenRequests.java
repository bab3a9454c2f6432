package com.pfavanguard.pems.screen;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.ScreenPairs;
import com.pfavanguard.pems.layout.FieldNames;
import com.pfavanguard.pems.layout.ScreenLayout;
import com.pfavanguard.pems.value.DateTimeData;
import com.pfavanguard.pems.value.ScreenValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies for {@code POST /userdefinedscreenservices}. */
public final class ScreenRequests {
  private final JsonMapper json;
  private final ScreenLayout layout;

  public ScreenRequests(JsonMapper json, ScreenLayout layout) {
    this.json = json;
    this.layout = layout;
  }

  /** Asks for one record. */
  public String get(String organization, String pfaId) {
    String key =
        text(layout.names().screen(FieldNames.PFA_ID), pfaId)
            + ","
            + text(layout.names().screen(FieldNames.ORGANIZATION), organization);
    return body("GET", "", "[" + key + "]");
  }

  /**
   * Writes the whole record as it was read with the changes laid over it, for tenants differ in
   * what they do to fields that a write leaves out; recordid is the lock. Pairs that do not change
   * keep their bytes, but for the mark of a date's year.
   */
  public String update(LiveRecord current, FieldValues changes) {
    Map<String, PfaField> left = new LinkedHashMap<>();
    changes.fields().forEach(field -> left.put(layout.names().screen(field.apiName()), field));
    StringJoiner pairs = new StringJoiner(",", "[", "]");
    for (PairSlices.Slice slice : PairSlices.split(((ScreenPairs) current.raw()).json())) {
      PfaField changed = left.remove(slice.name());
      pairs.add(
          changed == null
              ? DateTimeData.withOurMark(slice.json())
              : overlaid(slice, changed, changes.get(changed)));
    }
    left.forEach((name, field) -> pairs.add(added(name, field, changes.get(field))));
    return body("UPDATE", ",\"recordid\":" + current.recordid(), pairs.toString());
  }

  private String overlaid(PairSlices.Slice slice, PfaField field, @Nullable Object value) {
    ObjectNode pair = (ObjectNode) json.readTree(slice.json());
    JsonNode present = pair.get(PairSlices.VALUE);
    ObjectNode target =
        present instanceof ObjectNode object ? object : pair.putObject(PairSlices.VALUE);
    ScreenValue.encode(field.type(), value, target);
    return json.writeValueAsString(pair);
  }

  private String added(String name, PfaField field, @Nullable Object value) {
    ObjectNode pair = json.createObjectNode().put(PairSlices.NAME, name);
    ScreenValue.encode(field.type(), value, pair.putObject(PairSlices.VALUE));
    return json.writeValueAsString(pair);
  }

  private String text(String name, String value) {
    ObjectNode pair = json.createObjectNode().put(PairSlices.NAME, name);
    pair.putObject(PairSlices.VALUE).put("TEXTDATA", value);
    return json.writeValueAsString(pair);
  }

  private String body(String action, String lock, String pairs) {
    return """
        {"USERDEFINEDSCREENNAME":%s,"USERDEFINEDSERVICEACTION":"%s"%s,\
        "USERDEFINEDSCREENFIELDVALUELIST":{"%s":%s}}"""
        .formatted(json.writeValueAsString(layout.name()), action, lock, PairSlices.PAIRS, pairs);
  }
}
