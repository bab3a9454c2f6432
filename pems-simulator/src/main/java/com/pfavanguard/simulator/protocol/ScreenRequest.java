package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.RecordKey;
import com.pfavanguard.simulator.value.InvalidValue;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of a screen request, understood.
 *
 * @param recordid the version that the writer saw, null when it does not say
 * @param values what the writer may set, without the key and what PEMS keeps itself
 */
record ScreenRequest(
    RecordKey key, @Nullable Long recordid, Map<PfaField, @Nullable Object> values) {

  static ScreenRequest parse(JsonNode body, RequestContext context) {
    String screen = body.path("USERDEFINEDSCREENNAME").asString("");
    if (!screen.equals(Schema.SCREEN_NAME)) {
      throw PemsRefusal.invalid("'" + screen + "' is not a valid user-defined screen");
    }
    Map<PfaField, @Nullable Object> values = values(body, context);
    RecordKey key = key(values, context);
    values.keySet().removeIf(PfaField::isKept);
    return new ScreenRequest(key, recordid(body.path("recordid")), values);
  }

  private static Map<PfaField, @Nullable Object> values(JsonNode body, RequestContext context) {
    Map<PfaField, @Nullable Object> values = new EnumMap<>(PfaField.class);
    JsonNode pairs =
        body.path("USERDEFINEDSCREENFIELDVALUELIST").path("USERDEFINEDSCREENFIELDVALUEPAIR");
    for (JsonNode pair : FilterParser.each(pairs)) {
      Column column =
          context.schema().screenField(pair.path("USERDEFINEDSCREENFIELDNAME").asString(""));
      JsonNode value = pair.path("USERDEFINEDSCREENFIELDVALUE");
      try {
        values.put(column.field(), FieldValue.read(value, column, context.settings()));
      } catch (InvalidValue e) {
        throw PemsRefusal.invalid(column.screenName() + ": " + e.getMessage());
      }
    }
    return values;
  }

  /** The organization may come as a header instead. */
  private static RecordKey key(Map<PfaField, @Nullable Object> values, RequestContext context) {
    Object id = values.get(PfaField.PFA_ID);
    Object organization = values.get(PfaField.ORGANIZATION);
    if (organization == null) {
      organization = context.organizationHeader();
    }
    if (context.operation() == Operation.GETDEFAULT) {
      return new RecordKey(organization == null ? "" : organization.toString(), "");
    }
    if (id == null || organization == null) {
      throw PemsRefusal.invalid("PFS_ID and PFS_A_ORG are required; the key is not a valid one");
    }
    return new RecordKey(organization.toString(), id.toString());
  }

  private static @Nullable Long recordid(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    String text = node.asString("");
    if (!text.matches("\\d{1,18}")) {
      throw PemsRefusal.invalid("'" + text + "' is not a valid recordid");
    }
    return Long.valueOf(text);
  }
}
