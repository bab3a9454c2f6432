package com.pfavanguard.audit;

import com.pfavanguard.identity.AccessChange;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down who gave whom which access, in every organization where it matters. */
@Component
@Role.Server
class AccessAudit {
  private final Tenancy tenancy;
  private final AuditTrail trail;

  AccessAudit(Tenancy tenancy, AuditTrail trail) {
    this.tenancy = tenancy;
    this.trail = trail;
  }

  @EventListener
  void write(AccessChange change) {
    Map<String, @Nullable Object> detail = new LinkedHashMap<>(change.detail());
    detail.put("userId", change.userId().toString());
    AuditAction action = AuditAction.valueOf(change.kind().name());
    for (String organization : change.organizationIds()) {
      AuditEntry entry =
          AuditEntry.of(
              action, AuditActor.of(change.by()), AuditSubject.organization(organization));
      tenancy.within(
          organization,
          () -> {
            trail.append(List.of(entry.detail(detail)));
            return organization;
          });
    }
  }
}
