package com.pfavanguard.simulator.store;

import com.pfavanguard.simulator.record.FieldTexts;
import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.RecordKey;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A write that PEMS committed.
 *
 * @param sequence 1 for the first since the last reset, without gaps
 * @param stamp the record's counter after the write, by whom and when
 * @param fields the fields that changed, with their new values; null is an emptied one
 */
public record Write(
    long sequence,
    RecordKey key,
    Action action,
    Stamp stamp,
    Map<PfaField, @Nullable Object> fields) {

  /** EDIT is a PEMS user at the PEMS screen, the others came over the protocol. */
  public enum Action {
    ADD,
    UPDATE,
    DELETE,
    EDIT
  }

  /** Who made which version when. */
  public record Stamp(long recordid, String user, Instant at) {}

  byte[] toJson(JsonMapper mapper) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = mapper.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberProperty("sequence", sequence);
      json.writeStringProperty("at", stamp.at().toString());
      json.writeStringProperty("organization", key.organization());
      json.writeStringProperty("pfaId", key.pfaId());
      json.writeNumberProperty("recordid", stamp.recordid());
      json.writeStringProperty("user", stamp.user());
      json.writeStringProperty("action", action.name());
      json.writeObjectPropertyStart("fields");
      fields.forEach((field, value) -> FieldTexts.write(json, field.domainName(), value));
      json.writeEndObject();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  static Write fromJson(JsonNode json) {
    return new Write(
        json.path("sequence").asLong(),
        new RecordKey(json.path("organization").asString(), json.path("pfaId").asString()),
        Action.valueOf(json.path("action").asString()),
        new Stamp(
            json.path("recordid").asLong(),
            json.path("user").asString(),
            Instant.parse(json.path("at").asString())),
        FieldTexts.read(json.path("fields")));
  }
}
