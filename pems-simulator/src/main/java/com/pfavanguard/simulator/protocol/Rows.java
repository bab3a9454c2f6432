package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.record.PfaRecord;
import com.pfavanguard.simulator.settings.Setting;
import com.pfavanguard.simulator.settings.Settings;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/** Writes rows as an array, which some tenants collapse to an object when it has one element. */
final class Rows {
  private Rows() {}

  static void write(
      JsonGenerator json,
      String property,
      GridRows.Page page,
      Settings settings,
      BiConsumer<JsonGenerator, PfaRecord> row) {
    boolean collapse = page.sent() == 1 && settings.on(Setting.COLLAPSE_SINGLE);
    json.writeName(property);
    if (!collapse) {
      json.writeStartArray();
    }
    for (int sent = 0; sent < page.sent() && page.rows().hasNext(); sent++) {
      row.accept(json, page.rows().next());
    }
    if (!collapse) {
      json.writeEndArray();
    }
  }
}
