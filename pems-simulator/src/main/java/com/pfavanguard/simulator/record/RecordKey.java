package com.pfavanguard.simulator.record;

/** A PFA id is unique only inside its organization. */
public record RecordKey(String organization, String pfaId) {}
