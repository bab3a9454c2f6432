package com.pfavanguard.release.story;

import java.time.Instant;

/** A trigger that asks nobody. */
public record Fired(String trigger, String scope, String because, Instant at) {}
