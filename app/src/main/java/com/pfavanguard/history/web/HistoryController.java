package com.pfavanguard.history.web;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.records.RecordVersion;
import com.pfavanguard.records.ShownValues;
import com.pfavanguard.records.Versions;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions of one record. */
@RestController
@Role.Server
class HistoryController {
  private static final int NEWEST = 200;

  private final Tenancy tenancy;
  private final Versions versions;

  HistoryController(Tenancy tenancy, Versions versions) {
    this.tenancy = tenancy;
    this.versions = versions;
  }

  @Operation(
      summary = "The versions of a record, newest first",
      description =
          "Each with author, reason, source and every field; the newest 200. overwroteUnseen counts the versions that our"
              + " write passed over because the tenant does not check the recordid.")
  @GetMapping("/api/pfa-data/{pfaId}/history")
  Map<String, Object> history(
      Caller caller, @PathVariable String pfaId, @RequestParam String organizationId) {
    OrganizationAccess access = caller.in(organizationId);
    List<RecordVersion> found =
        tenancy.within(organizationId, () -> versions.newest(access, pfaId, NEWEST));
    if (found.isEmpty()) {
      throw ApiException.notFound("Record " + pfaId);
    }
    ShownValues json = new ShownValues(access);
    List<Map<String, @Nullable Object>> shown = new ArrayList<>();
    for (RecordVersion version : found) {
      shown.add(version(version, json));
    }
    return Map.of("pfaId", pfaId, "versions", shown);
  }

  private static Map<String, @Nullable Object> version(RecordVersion version, ShownValues json) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (PfaField field : PfaField.ALL) {
      fields.put(field.apiName(), json.value(field, version.values().get(field)));
    }
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("version", version.version());
    shown.put("source", version.source());
    shown.put("author", version.author() != null ? version.author() : fields.get("lastChangedBy"));
    shown.put("reason", version.reason());
    shown.put("modificationId", version.modificationId());
    shown.put("recordedAt", version.recordedAt());
    shown.put("overwroteUnseen", version.overwroteUnseen());
    shown.put("fields", fields);
    return shown;
  }
}
