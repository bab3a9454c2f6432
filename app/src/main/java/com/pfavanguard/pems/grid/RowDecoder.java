package com.pfavanguard.pems.grid;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.GridRow;
import com.pfavanguard.pems.layout.GridLayout;
import com.pfavanguard.pems.value.BadValue;
import java.util.EnumMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns cells in the order of {@code FieldNames.columns} into a record of one organization. */
final class RowDecoder {
  private final GridLayout layout;
  private final String organization;
  private final EnumMap<PfaField, @Nullable Object> values = new EnumMap<>(PfaField.class);

  private final boolean[] read;

  /**
   * @param without fields that rows leave out, beside those that have no column
   */
  RowDecoder(GridLayout layout, String organization, GridColumns columns, Set<PfaField> without) {
    this.layout = layout;
    this.organization = organization;
    this.read = new boolean[columns.size()];
    int place = GridColumns.IDENTITY;
    for (PfaField field : PfaField.ALL) {
      read[place] = columns.has(place) && !without.contains(field);
      place++;
    }
  }

  /**
   * @throws BadValue naming record and column when a cell does not say what it should
   */
  GridRow decode(@Nullable String[] cells) {
    String pfaId = cells[0];
    if (pfaId == null || pfaId.isEmpty()) {
      throw new BadValue("a row has no key");
    }
    // A row of another organization must never reach this one's mirror, whatever PEMS filtered.
    if (!organization.equals(cells[1])) {
      throw new BadValue("record " + pfaId + " belongs to another organization");
    }
    int place = GridColumns.IDENTITY - 1;
    for (PfaField field : PfaField.ALL) {
      place++;
      if (!read[place]) {
        continue;
      }
      try {
        values.put(field, layout.text().decode(field.type(), cells[place]));
      } catch (BadValue e) {
        String alias = layout.names().alias(field.apiName());
        throw new BadValue("record " + pfaId + ": " + alias + " " + e.getMessage(), e);
      }
    }
    return new GridRow(pfaId, version(pfaId, cells[2]), FieldValues.of(values));
  }

  private static long version(String pfaId, @Nullable String text) {
    try {
      return Long.parseLong(text == null ? "" : text.replace(",", ""));
    } catch (NumberFormatException e) {
      throw new BadValue("record " + pfaId + " has no recordid but '" + text + "'", e);
    }
  }
}
