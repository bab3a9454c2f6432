package com.pfavanguard.audit;

import com.pfavanguard.kernel.PfaKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What it was done to.
 *
 * @param pfaId null when it was the organization as a whole
 * @param jobId the commit, resolution or read it belongs to
 */
public record AuditSubject(
    String organizationId,
    @Nullable String pfaId,
    @Nullable UUID modificationId,
    @Nullable UUID jobId) {

  public static AuditSubject organization(String organizationId) {
    return new AuditSubject(organizationId, null, null, null);
  }

  public static AuditSubject edit(PfaKey key, UUID modificationId, @Nullable UUID jobId) {
    return new AuditSubject(key.organizationId(), key.pfaId(), modificationId, jobId);
  }
}
