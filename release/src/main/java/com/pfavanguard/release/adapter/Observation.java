package com.pfavanguard.release.adapter;

import com.pfavanguard.release.judge.Reading;
import java.time.Instant;

/**
 * What a source saw, with all that is needed to judge it again years later (requirement 5).
 *
 * @param resolved the query as it was really asked
 * @param answer the raw answer, for the evidence; empty when there was none. Never a secret.
 */
public record Observation(Reading reading, String resolved, Instant at, String answer) {}
