package com.pfavanguard.pems;

import com.pfavanguard.kernel.FieldValues;

/**
 * A record as PEMS holds it now.
 *
 * @param recordid the update counter that a write must match
 * @param values every field this product knows, but those that PEMS no longer says as it should:
 *     their place on the screen has changed
 * @param raw all pairs exactly as PEMS sent them; a write overlays only what changes, so unsent
 *     fields keep their bytes
 */
public record LiveRecord(String pfaId, long recordid, FieldValues values, RawPairs raw) {

  /** The pairs of a screen record, opaque outside this module. */
  public sealed interface RawPairs permits ScreenPairs {}
}
