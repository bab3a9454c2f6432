package com.pfavanguard.pems.grid;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.GridRow;
import com.pfavanguard.pems.layout.GridLayout;
import com.pfavanguard.pems.value.BadValue;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/** Turns cells in the order of {@code FieldNames.columns} into a record of one organization. */
final class RowDecoder {
  private static final int FIRST_FIELD = 3;

  private final GridLayout layout;
  private final String organization;
  private final EnumMap<PfaField, @Nullable Object> values = new EnumMap<>(PfaField.class);

  RowDecoder(GridLayout layout, String organization) {
    this.layout = layout;
    this.organization = organization;
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
    int place = FIRST_FIELD;
    for (PfaField field : PfaField.ALL) {
      try {
        values.put(field, layout.text().decode(field.type(), cells[place++]));
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
