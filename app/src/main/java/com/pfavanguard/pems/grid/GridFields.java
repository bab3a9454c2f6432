package com.pfavanguard.pems.grid;

import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.GridSchema;
import com.pfavanguard.pems.layout.FieldNames;
import com.pfavanguard.pems.value.BadValue;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What FIELDS of a head answer says of our fields. */
final class GridFields {
  private GridFields() {}

  /**
   * @throws BadValue when it says nothing of any column: then it is no head
   */
  static GridSchema schema(FieldNames names, JsonNode fields) {
    Map<String, JsonNode> byAlias = new HashMap<>();
    for (JsonNode field : fields.isArray() ? fields : List.of(fields)) {
      byAlias.put(field.path("name").asString("").toLowerCase(Locale.ROOT), field);
    }
    if (!byAlias.containsKey(names.alias(FieldNames.PFA_ID))) {
      throw new BadValue("the answer does not say which columns the grid has");
    }
    Map<PfaField, GridSchema.Column> columns = new EnumMap<>(PfaField.class);
    for (PfaField field : PfaField.ALL) {
      JsonNode said = byAlias.get(names.alias(field.apiName()));
      if (said != null) {
        columns.put(field, column(said));
      }
    }
    return new GridSchema(columns);
  }

  private static GridSchema.Column column(JsonNode said) {
    String type = said.path("type").asString("");
    return new GridSchema.Column(
        type.isEmpty() ? null : type,
        number(said.path("MAXLENGTH")),
        number(said.path("PRECISION")));
  }

  private static @Nullable Integer number(JsonNode said) {
    return said.canConvertToInt() ? said.asInt() : null;
  }
}
