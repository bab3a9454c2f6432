package com.pfavanguard.records.web;

import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.ShownValues;
import com.pfavanguard.records.domain.EditRules;
import com.pfavanguard.records.domain.RecordTotals;
import com.pfavanguard.records.domain.RecordView;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records and totals as the API shows them: dates as {@code YYYY-MM-DD}, decimals as strings,
 * amounts null for callers without ViewFinancials.
 */
final class RecordJson {
  private final ShownValues shown;

  RecordJson(OrganizationAccess access) {
    this.shown = new ShownValues(access);
  }

  Map<String, @Nullable Object> record(RecordView record) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("pfaId", record.key().pfaId());
    json.put("organization", record.key().organizationId());
    for (PfaField field : PfaField.ALL) {
      json.put(field.apiName(), value(field, record.values().get(field)));
    }
    json.put("version", record.version());
    json.put("syncStatus", record.syncStatus());
    json.put("removed", record.removed());
    json.put("planCost", amount(record.costs().plan()));
    json.put("forecastCost", amount(record.costs().forecast()));
    json.put("actualCost", amount(record.costs().actual()));
    json.put("variance", amount(record.costs().variance()));
    json.put("draft", draft(record.draft()));
    json.put("warnings", EditRules.warnings(record.values()));
    return json;
  }

  private @Nullable Map<String, @Nullable Object> draft(RecordView.@Nullable OwnDraft draft) {
    if (draft == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("modificationId", draft.modificationId());
    json.put("baseVersion", draft.baseVersion());
    json.put("fields", draft.fields().stream().map(PfaField::apiName).toList());
    json.put("base", shown.fields(draft.base()));
    return json;
  }

  Map<String, @Nullable Object> totals(RecordTotals totals, String currency) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("count", totals.count());
    json.put("plan", amount(totals.plan()));
    json.put("forecast", amount(totals.forecast()));
    json.put("actual", amount(totals.actual()));
    json.put("variance", amount(totals.variance()));
    json.put("currency", currency);
    return json;
  }

  @Nullable Object value(PfaField field, @Nullable Object value) {
    return shown.value(field, value);
  }

  private @Nullable String amount(BigDecimal amount) {
    return shown.amount(amount);
  }
}
