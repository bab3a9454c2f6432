package com.pfavanguard.records;

import com.pfavanguard.kernel.FieldValues;

/**
 * An edit that is committed without having been a draft.
 *
 * @param baseVersion the version its author was shown
 * @param base what that held in the fields of the edit
 */
public record NewEdit(
    String pfaId, long baseVersion, FieldValues base, FieldValues fields, String reason) {}
