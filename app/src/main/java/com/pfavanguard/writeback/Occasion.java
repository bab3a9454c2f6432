package com.pfavanguard.writeback;

import com.pfavanguard.audit.AuditAction;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes edits come into the queue.
 *
 * @param jobId names the commit in events, queue and audit
 * @param detail for the audit; neither secrets nor amounts
 */
public record Occasion(
    UUID jobId, AuditAction action, Map<String, ? extends @Nullable Object> detail) {

  static Occasion ofDrafts() {
    return new Occasion(UUID.randomUUID(), AuditAction.DRAFT_COMMITTED, Map.of());
  }
}
