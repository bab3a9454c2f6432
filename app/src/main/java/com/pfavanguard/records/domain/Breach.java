package com.pfavanguard.records.domain;

import com.pfavanguard.kernel.PfaField;

/** A broken rule: the field to show it at, a stable code and a sentence. */
public record Breach(PfaField field, String code, String message) {}
