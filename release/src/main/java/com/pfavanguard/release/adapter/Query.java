package com.pfavanguard.release.adapter;

import com.pfavanguard.release.judge.Unit;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One question to a source. Its window never reaches back before {@code since}: what the old
 * version did colours no verdict on the new one (requirement 4).
 *
 * @param read as the definition says it; {@code {window}}, {@code {since}}, {@code {version}},
 *     {@code {previous}} and {@code {release}} are for the source to fill in
 * @param of the whole of a share; none for a level
 * @param unit of a level; none for a share or a text
 * @param window how far back, scaled already in a rehearsal; none asks for now
 * @param since the anchor: when the deployment, or what is measured, began
 */
public record Query(
    String read,
    @Nullable String of,
    @Nullable Unit unit,
    @Nullable Duration window,
    Instant since,
    Release release) {}
