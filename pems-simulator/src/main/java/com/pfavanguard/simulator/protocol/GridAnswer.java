package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.record.FieldType;
import com.pfavanguard.simulator.record.PfaRecord;
import com.pfavanguard.simulator.settings.Setting;
import com.pfavanguard.simulator.settings.Settings;
import com.pfavanguard.simulator.value.GridText;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes the answer of a grid request, row by row. */
final class GridAnswer {
  private final GridRequest request;
  private final GridRows.Page page;
  private final List<Column> columns;
  private final Settings settings;
  private final GridText text;
  private final long timestamp;

  GridAnswer(GridRequest request, GridRows.Page page, RequestContext context, long timestamp) {
    this.request = request;
    this.page = page;
    this.columns = context.schema().columns();
    this.settings = context.settings();
    this.text = settings.gridText();
    this.timestamp = timestamp;
  }

  void writeGriddata(JsonGenerator json) {
    json.writeObjectPropertyStart("GRID");
    writeMetadata(json);
    json.writeObjectPropertyStart("DATA");
    Rows.write(json, "ROW", page, settings, this::writeRow);
    json.writeEndObject();
    if (request.content().hasFields()) {
      json.writeObjectPropertyStart("FIELDS");
      json.writeArrayPropertyStart("FIELD");
      columns.forEach(column -> writeField(json, column));
      json.writeEndArray();
      json.writeEndObject();
    } else {
      json.writeNullProperty("FIELDS");
    }
    if (settings.on(Setting.TOTAL_COUNT) || request.content() == GridRequest.Content.COUNT) {
      json.writeNumberProperty("TOTAL-COUNT", page.total());
    } else {
      json.writeNullProperty("TOTAL-COUNT");
    }
    json.writeEndObject();
  }

  void writeGrids(JsonGenerator json) {
    writeMetadata(json);
    Rows.write(json, "DATARECORD", page, settings, this::writeRecord);
    json.writeNumberProperty("TOTAL-COUNT", page.total());
  }

  private void writeMetadata(JsonGenerator json) {
    GridRequest.Window window = request.window();
    boolean total = settings.text(Setting.RECORDS_MEANING).equals("total");
    boolean counting = request.content() == GridRequest.Content.COUNT;
    boolean last = settings.text(Setting.CURSOR_REPORTED).equals("last");
    json.writeObjectPropertyStart("METADATA");
    json.writeNumberProperty("RECORDS", total || counting ? page.total() : page.said());
    boolean more = window.offset() + page.said() < page.total() && request.content().hasRows();
    json.writeStringProperty("MORERECORDPRESENT", more ? "+" : "-");
    json.writeNumberProperty(
        "CURRENTCURSORPOSITION",
        last ? Math.max(0, window.cursor() + page.said() - 1) : window.cursor());
    json.writeNumberProperty("SERVERTIMESTAMP", timestamp);
    json.writeStringProperty("GRIDID", Schema.GRID_ID);
    json.writeStringProperty("GRIDNAME", Schema.GRID_NAME);
    json.writeEndObject();
  }

  private void writeRow(JsonGenerator json, PfaRecord record) {
    boolean cells = settings.text(Setting.ROW_STYLE).equals("CELL");
    json.writeStartObject();
    json.writeArrayPropertyStart(cells ? "CELL" : "D");
    for (int index = 0; index < columns.size(); index++) {
      Column column = columns.get(index);
      json.writeStartObject();
      if (cells) {
        json.writeStringProperty("ALIAS_NAME", column.alias());
        json.writeName("VALUE");
      } else {
        json.writeNumberProperty("n", column.aliasNumber());
        json.writeName("value");
      }
      writeCell(json, record, column);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeRecord(JsonGenerator json, PfaRecord record) {
    json.writeStartObject();
    json.writeArrayPropertyStart("DATAFIELD");
    for (Column column : columns) {
      json.writeStartObject();
      json.writeStringProperty("FIELDNAME", column.alias());
      json.writeName("FIELDVALUE");
      writeCell(json, record, column);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeCell(JsonGenerator json, PfaRecord record, Column column) {
    Object value = record.get(column.field());
    if (value == null) {
      json.writeNull();
    } else {
      json.writeString(FieldType.cell(value, text));
    }
  }

  private static void writeField(JsonGenerator json, Column column) {
    json.writeStartObject();
    json.writeNumberProperty("aliasnum", column.aliasNumber());
    json.writeStringProperty("name", column.alias());
    json.writeStringProperty("label", column.field().label());
    json.writeStringProperty("type", column.type().name());
    json.writeNumberProperty("MAXLENGTH", column.maxLength());
    json.writeNumberProperty("PRECISION", column.decimals());
    json.writeEndObject();
  }
}
