package com.pfavanguard.audit.web;

import com.pfavanguard.audit.AuditAction;
import com.pfavanguard.audit.AuditActor;
import com.pfavanguard.audit.AuditEntry;
import com.pfavanguard.audit.AuditSubject;
import com.pfavanguard.audit.AuditTrail;
import com.pfavanguard.audit.domain.AuditCursor;
import com.pfavanguard.audit.domain.AuditQuery;
import com.pfavanguard.audit.domain.StoredEntry;
import com.pfavanguard.audit.store.AuditReader;
import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit as a file, however long: read and sent a page at a time. */
@RestController
@Role.Server
class AuditExportController {
  private static final int PAGE = 1_000;

  private final Tenancy tenancy;
  private final AuditReader reader;
  private final AuditTrail audit;
  private final Clock clock;

  AuditExportController(Tenancy tenancy, AuditReader reader, AuditTrail audit, Clock clock) {
    this.tenancy = tenancy;
    this.reader = reader;
    this.audit = audit;
    this.clock = clock;
  }

  @Operation(
      summary = "Export the audit as CSV or NDJSON, oldest first",
      description =
          "Needs ManageSettings and Export, and is itself audited. Cells that a spreadsheet would take for a formula"
              + " begin with an apostrophe. Amounts are empty without ViewFinancials.")
  @GetMapping("/api/audit/export")
  void export(
      Caller caller,
      @RequestParam String organizationId,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "csv") AuditFormat format,
      HttpServletResponse response)
      throws IOException {
    OrganizationAccess access =
        caller.in(organizationId).require(Permission.ManageSettings).require(Permission.Export);
    AuditQuery query = new AuditQuery(organizationId, from, to, null, null).until(clock.instant());
    remember(access, from, to, format);
    response.setContentType(format.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"audit-%s.%s\"".formatted(organizationId, format));
    // Written here, not by an asynchronous body: those are cut off after half a minute.
    Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    out.write(format.head());
    writeAll(query, format, new EntryJson(access), out);
    out.flush();
  }

  private void writeAll(AuditQuery query, AuditFormat format, EntryJson json, Writer out)
      throws IOException {
    AuditCursor last = null;
    List<StoredEntry> page;
    do {
      AuditCursor after = last;
      page = tenancy.within(query.organizationId(), () -> reader.findOldest(query, after, PAGE));
      for (StoredEntry entry : page) {
        out.write(format.line(entry, json));
        last = entry.cursor();
      }
    } while (page.size() == PAGE);
  }

  private void remember(
      OrganizationAccess access, @Nullable Instant from, @Nullable Instant to, AuditFormat format) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("format", format);
    facts.put("from", from);
    facts.put("to", to);
    tenancy.within(
        access.organizationId(),
        () -> {
          audit.append(
              List.of(
                  AuditEntry.of(
                          AuditAction.AUDIT_EXPORTED,
                          AuditActor.of(access.caller()),
                          AuditSubject.organization(access.organizationId()))
                      .detail(facts)));
          return true;
        });
  }
}
