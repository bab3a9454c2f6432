package com.pfavanguard.simulator.control;

import com.pfavanguard.simulator.record.FieldTexts;
import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.PfaRecord;
import tools.jackson.core.JsonGenerator;

/** A record by domain field names, and again by the screen's. */
final class RecordView {
  private RecordView() {}

  static void write(JsonGenerator json, PfaRecord record) {
    json.writeStartObject();
    json.writeNumberProperty("recordid", record.recordid());
    json.writeObjectPropertyStart("fields");
    PfaField.all().stream()
        .filter(PfaField::onScreen)
        .forEach(field -> FieldTexts.write(json, field.domainName(), record.get(field)));
    json.writeEndObject();
    json.writeObjectPropertyStart("screen");
    PfaField.all().stream()
        .filter(PfaField::onScreen)
        .forEach(field -> FieldTexts.write(json, field.screenName(), record.get(field)));
    json.writeEndObject();
    json.writeEndObject();
  }
}
