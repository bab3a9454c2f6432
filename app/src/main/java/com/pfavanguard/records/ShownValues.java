package com.pfavanguard.records;

import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.FieldType;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as every answer of the API shows them; amounts are null without ViewFinancials. */
public final class ShownValues {
  private final boolean showsMoney;

  public ShownValues(OrganizationAccess access) {
    this.showsMoney = access.may(Permission.ViewFinancials);
  }

  public boolean showsMoney() {
    return showsMoney;
  }

  /** Flags stay JSON booleans; everything else is its text form. */
  public @Nullable Object value(PfaField field, @Nullable Object value) {
    if (value == null || (field.money() && !showsMoney)) {
      return null;
    }
    return field.type() == FieldType.FLAG ? value : field.type().format(value);
  }

  /** The fields that are there, by API name. */
  public Map<String, @Nullable Object> fields(FieldValues values) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    for (PfaField field : values.fields()) {
      shown.put(field.apiName(), value(field, values.get(field)));
    }
    return shown;
  }

  public @Nullable String amount(@Nullable BigDecimal amount) {
    return showsMoney && amount != null ? amount.setScale(2).toPlainString() : null;
  }
}
