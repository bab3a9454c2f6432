import type { PfaRecord } from "@/shared/api/types";
import { chosen, FACETS, type FacetName, type View } from "./view";

export type FacetCounts = Record<FacetName, Map<string, number>>;

const VALUE: Record<FacetName, (record: PfaRecord) => string | null> = {
  state: (record) => record.syncStatus,
  source: (record) => record.source,
  dor: (record) => record.dor,
};

export const facetValue = (record: PfaRecord, facet: FacetName) => VALUE[facet](record);

/**
 * How many records each chip would show: a facet is counted under the other facets' choices and not under its
 * own, so that its alternatives stay visible. One pass, since every edit counts again.
 */
export function countFacets(records: readonly PfaRecord[], view: View): FacetCounts {
  const counts: FacetCounts = { state: new Map(), source: new Map(), dor: new Map() };
  const picks = FACETS.map((facet) => chosen(view, facet));
  for (const record of records) {
    const values = FACETS.map((facet) => VALUE[facet](record));
    const fits = values.map(
      (value, at) => picks[at]?.length === 0 || (value !== null && picks[at]?.includes(value)),
    );
    FACETS.forEach((facet, at) => {
      const value = values[at];
      if (value == null || fits.some((fit, other) => !fit && other !== at)) return;
      counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    });
  }
  return counts;
}
