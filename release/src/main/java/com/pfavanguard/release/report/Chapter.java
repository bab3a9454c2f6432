package com.pfavanguard.release.report;

import java.util.List;

/** A phase of the checklist. */
public record Chapter(String title, String note, List<Section> sections) {}
