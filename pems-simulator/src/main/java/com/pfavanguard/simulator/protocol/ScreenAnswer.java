package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.record.PfaRecord;
import com.pfavanguard.simulator.settings.Setting;
import com.pfavanguard.simulator.settings.Settings;
import tools.jackson.core.JsonGenerator;

/** Writes UserDefinedScreenService: the record's fields, its counter, and who touched it last. */
final class ScreenAnswer {
  private ScreenAnswer() {}

  static void write(JsonGenerator json, PfaRecord record, RequestContext context) {
    Settings settings = context.settings();
    json.writeObjectPropertyStart("UserDefinedScreenService");
    json.writeStringProperty("USERDEFINEDSCREENNAME", Schema.SCREEN_NAME);
    json.writeStringProperty("USERDEFINEDSERVICEACTION", context.operation().name());
    json.writeObjectPropertyStart("USERDEFINEDSCREENFIELDVALUELIST");
    json.writeArrayPropertyStart("USERDEFINEDSCREENFIELDVALUEPAIR");
    for (Column column : context.schema().columns()) {
      Object value = record.get(column.field());
      boolean omitted = value == null && settings.on(Setting.EMPTY_FIELDS_OMITTED);
      if (column.field().onScreen() && !omitted) {
        json.writeStartObject();
        json.writeStringProperty("USERDEFINEDSCREENFIELDNAME", column.screenName());
        json.writeName("USERDEFINEDSCREENFIELDVALUE");
        FieldValue.write(json, column, value, settings);
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
    writeTrail(json, record, settings);
    json.writeEndObject();
  }

  private static void writeTrail(JsonGenerator json, PfaRecord record, Settings settings) {
    json.writeNumberProperty("recordid", record.recordid());
    writeUser(json, "CREATEDBY", "INTERFACE");
    writeUser(json, "UPDATEDBY", record.lastChangedBy());
    json.writeName("DATEUPDATED");
    settings.moments().write(json, record.lastChangedAt());
  }

  private static void writeUser(JsonGenerator json, String property, String user) {
    json.writeObjectPropertyStart(property);
    json.writeStringProperty("USERCODE", user);
    json.writeStringProperty("DESCRIPTION", user);
    json.writeEndObject();
  }
}
