package com.pfavanguard.release.story;

import com.pfavanguard.release.people.Statement;
import java.time.Instant;

/**
 * Something that was said and taken.
 *
 * @param entry number of its entry
 * @param at when the runner heard it
 */
public record Told(long entry, Instant at, Statement statement) {}
