package com.pfavanguard.pems.screen;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.ScreenPairs;
import com.pfavanguard.pems.layout.FieldNames;
import com.pfavanguard.pems.layout.ScreenLayout;
import com.pfavanguard.pems.value.BadValue;
import com.pfavanguard.pems.value.ScreenValue;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads the record out of an answer of the user-defined screen. */
public final class ScreenAnswers {
  private final JsonMapper json;
  private final ScreenLayout layout;

  public ScreenAnswers(JsonMapper json, ScreenLayout layout) {
    this.json = json;
    this.layout = layout;
  }

  /**
   * @param body the answer's text
   * @param result its Result
   * @return empty when the answer holds no whole record
   * @throws BadValue when a field does not hold what its type demands, or the record is another one
   */
  public Optional<LiveRecord> decode(
      String body, JsonNode result, String organization, String pfaId) {
    JsonNode recordid = result.path("ResultData").path("UserDefinedScreenService").path("recordid");
    String pairsText = PairSlices.findPairs(body);
    Map<String, JsonNode> pairs = byName(pairsText);
    if (pairs.isEmpty() || recordid.isMissingNode() || recordid.isNull()) {
      return Optional.empty();
    }
    demand(FieldNames.PFA_ID, pfaId, pairs);
    demand(FieldNames.ORGANIZATION, organization, pairs);
    return Optional.of(
        new LiveRecord(pfaId, counter(recordid), values(pairs), new ScreenPairs(pairsText)));
  }

  private Map<String, JsonNode> byName(String pairsText) {
    Map<String, JsonNode> pairs = new HashMap<>();
    JsonNode tree = json.readTree(pairsText);
    Iterable<JsonNode> all = tree.isArray() ? tree : java.util.List.of(tree);
    for (JsonNode pair : all) {
      pairs.put(pair.path(PairSlices.NAME).asString(""), pair.path(PairSlices.VALUE));
    }
    return pairs;
  }

  private void demand(String apiName, String wanted, Map<String, JsonNode> pairs) {
    String name = layout.names().screen(apiName);
    JsonNode value = pairs.getOrDefault(name, MissingNode.getInstance());
    if (!wanted.equals(value.path("TEXTDATA").asString(""))) {
      throw new BadValue("the answer is not about the " + apiName + " that was asked for");
    }
  }

  /**
   * A field is left out when its pair no longer says what it should: the pair holds another type,
   * or it is missing although this tenant shows empty fields. Null would say that PEMS cleared it.
   */
  private FieldValues values(Map<String, JsonNode> pairs) {
    boolean showsEmpty = pairs.values().stream().anyMatch(ScreenValue::empty);
    EnumMap<PfaField, @Nullable Object> values = new EnumMap<>(PfaField.class);
    for (PfaField field : PfaField.ALL) {
      String name = layout.names().screen(field.apiName());
      JsonNode value = pairs.get(name);
      if (value == null ? showsEmpty : ScreenValue.ofOtherType(field.type(), value)) {
        continue;
      }
      try {
        values.put(
            field,
            ScreenValue.decode(
                field.type(),
                value == null ? MissingNode.getInstance() : value,
                layout.serverZone()));
      } catch (BadValue | JacksonException e) {
        throw new BadValue("field " + name + " " + e.getMessage(), e);
      }
    }
    return FieldValues.of(values);
  }

  private static long counter(JsonNode recordid) {
    try {
      return Long.parseLong(recordid.asString());
    } catch (NumberFormatException e) {
      throw new BadValue("recordid is no whole number", e);
    }
  }
}
