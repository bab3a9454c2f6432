package com.pfavanguard.writeback;

import com.pfavanguard.audit.AuditAction;
import com.pfavanguard.audit.AuditActor;
import com.pfavanguard.audit.AuditEntry;
import com.pfavanguard.audit.AuditSubject;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.PfaKey;
import com.pfavanguard.records.CommittedDraft;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A commit as the audit keeps it. */
final class CommitEntries {
  private CommitEntries() {}

  /**
   * @param earlier the waiting edit that each record's new one replaces, where there was one
   */
  static List<AuditEntry> of(
      OrganizationAccess access,
      Occasion occasion,
      List<CommittedDraft> drafts,
      Map<String, UUID> earlier) {
    return drafts.stream().flatMap(draft -> of(access, occasion, draft, earlier)).toList();
  }

  private static Stream<AuditEntry> of(
      OrganizationAccess access,
      Occasion occasion,
      CommittedDraft draft,
      Map<String, UUID> earlier) {
    UUID jobId = occasion.jobId();
    PfaKey key = new PfaKey(access.organizationId(), draft.pfaId());
    AuditActor author = AuditActor.of(access.caller());
    AuditEntry committed =
        AuditEntry.of(
                occasion.action(), author, AuditSubject.edit(key, draft.modificationId(), jobId))
            .because(draft.reason())
            .change(draft.base(), draft.delta())
            .detail(occasion.detail());
    UUID folded = earlier.get(draft.pfaId());
    return folded == null
        ? Stream.of(committed)
        : Stream.of(
            AuditEntry.of(
                    AuditAction.EDIT_SUPERSEDED, author, AuditSubject.edit(key, folded, jobId))
                .detail(Map.of("supersededBy", draft.modificationId())),
            committed);
  }
}
