package com.pfavanguard.records;

import java.util.UUID;

/** A draft that has just become a queued edit; commitNumber orders it among all others. */
public record CommittedDraft(UUID modificationId, String pfaId, long commitNumber) {}
