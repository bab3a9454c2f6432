package com.pfavanguard.audit.web;

import com.pfavanguard.audit.domain.StoredEntry;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.FieldType;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entries as the API and exports show them; amounts null for readers without ViewFinancials. */
final class EntryJson {
  private final OrganizationAccess access;
  private final boolean showsMoney;

  EntryJson(OrganizationAccess access) {
    this.access = access;
    this.showsMoney = access.may(Permission.ViewFinancials);
  }

  Map<String, @Nullable Object> entry(StoredEntry entry) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("entryId", Long.toString(entry.entryId()));
    json.put("at", entry.at());
    json.put("action", entry.action());
    json.put("actor", entry.actor());
    json.put("pfaId", entry.pfaId());
    json.put("modificationId", entry.modificationId());
    json.put("jobId", entry.jobId());
    json.put("reason", entry.reason());
    json.put("before", values(entry.before()));
    json.put("after", values(entry.after()));
    json.put("detail", detail(entry));
    json.put("requestId", entry.requestId());
    return json;
  }

  JsonNode detail(StoredEntry entry) {
    JsonNode detail = JsonMapper.shared().readTree(entry.detail());
    if (detail.path("answer") instanceof ObjectNode answer && answer.has("message")) {
      answer.put("message", access.wordsOfPems(answer.path("message").asString()));
    }
    return detail;
  }

  @Nullable Map<String, @Nullable Object> values(@Nullable FieldValues values) {
    if (values == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    for (PfaField field : values.fields()) {
      json.put(field.apiName(), value(field, values.get(field)));
    }
    return json;
  }

  private @Nullable Object value(PfaField field, @Nullable Object value) {
    if (value == null || (field.money() && !showsMoney)) {
      return null;
    }
    return field.type() == FieldType.FLAG ? value : field.type().format(value);
  }
}
