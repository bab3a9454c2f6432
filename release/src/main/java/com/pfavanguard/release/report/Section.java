package com.pfavanguard.release.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One box of the checklist: a step, or a trigger.
 *
 * @param mark ✓ done, ↩ taken back, empty where it was not reached
 * @param note when, how long, by which act
 */
public record Section(
    String id, String title, @Nullable String lines, String mark, String note, List<Row> rows) {}
