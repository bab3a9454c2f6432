package com.pfavanguard.audit;

import com.pfavanguard.kernel.FieldValues;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done.
 *
 * @param reason the author's own words
 * @param change the values before and after; null where none are concerned
 * @param detail facts beside the values, such as what PEMS answered; neither secrets nor amounts,
 *     for it is shown to readers without ViewFinancials
 */
public record AuditEntry(
    AuditAction action,
    AuditActor actor,
    AuditSubject subject,
    @Nullable String reason,
    @Nullable Change change,
    Map<String, ? extends @Nullable Object> detail) {

  /** The concerned fields only. */
  public record Change(FieldValues before, FieldValues after) {}

  public static AuditEntry of(AuditAction action, AuditActor actor, AuditSubject subject) {
    return new AuditEntry(action, actor, subject, null, null, Map.of());
  }

  public AuditEntry because(@Nullable String words) {
    return new AuditEntry(action, actor, subject, words, change, detail);
  }

  public AuditEntry change(FieldValues before, FieldValues after) {
    return new AuditEntry(action, actor, subject, reason, new Change(before, after), detail);
  }

  public AuditEntry detail(Map<String, ? extends @Nullable Object> facts) {
    return new AuditEntry(action, actor, subject, reason, change, facts);
  }
}
