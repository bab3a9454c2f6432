package com.pfavanguard.audit.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of an organization.
 *
 * @param from the first moment, included
 * @param to the first moment after, excluded
 * @param action as stored
 */
public record AuditQuery(
    String organizationId,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String pfaId,
    @Nullable String action) {

  public AuditQuery until(Instant moment) {
    Instant end = to == null || moment.isBefore(to) ? moment : to;
    return new AuditQuery(organizationId, from, end, pfaId, action);
  }
}
