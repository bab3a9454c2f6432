package com.pfavanguard.records.domain;

import com.pfavanguard.kernel.FieldValues;
import java.util.UUID;

/** A saved draft; {@code delta} is everything its author has changed on the record so far. */
public record Draft(UUID modificationId, String pfaId, long baseVersion, FieldValues delta) {}
