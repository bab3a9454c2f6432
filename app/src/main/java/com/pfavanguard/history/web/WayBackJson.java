package com.pfavanguard.history.web;

import com.pfavanguard.history.domain.WayBack;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.ShownValues;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way back as the API shows it; amounts null without ViewFinancials. */
final class WayBackJson {
  private final ShownValues values;

  WayBackJson(OrganizationAccess access) {
    this.values = new ShownValues(access);
  }

  Map<String, @Nullable Object> of(WayBack way) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("pfaId", way.pfaId());
    json.put("outcome", way.verdict());
    json.put("baseVersion", way.baseVersion());
    json.put("changes", way.edit().fields().stream().map(field -> change(way, field)).toList());
    json.put("kept", way.kept().stream().map(kept -> kept(way, kept)).toList());
    json.put("errors", way.errors());
    return json;
  }

  private Map<String, @Nullable Object> change(WayBack way, PfaField field) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("field", field.apiName());
    json.put("from", values.value(field, way.seen().get(field)));
    json.put("to", values.value(field, way.edit().get(field)));
    return json;
  }

  private Map<String, @Nullable Object> kept(WayBack way, WayBack.Kept kept) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("field", kept.field().apiName());
    json.put("reason", kept.reason());
    json.put("value", values.value(kept.field(), way.seen().get(kept.field())));
    return json;
  }
}
