import type { PfaRecord } from "@/shared/api/types";
import { subtractMoney, sumMoney } from "@/shared/lib/decimal";
import { forecastBeforeDraft } from "./draftMark";

export interface DraftSummary {
  drafts: PfaRecord[];
  /** Drafted minus undrafted forecast cost; null where it is masked or not known for every draft. */
  forecastChange: string | null;
}

/** My drafts: what the page holds wins over the list, which only adds those that the view does not show. */
export function myDrafts(loaded: readonly PfaRecord[], listed: readonly PfaRecord[]): PfaRecord[] {
  const drafts = new Map(listed.filter((record) => record.draft !== null).map((each) => [each.pfaId, each]));
  for (const record of loaded) {
    if (record.draft !== null) drafts.set(record.pfaId, record);
    else drafts.delete(record.pfaId);
  }
  return [...drafts.values()];
}

export function summarizeDrafts(drafts: PfaRecord[], today: string): DraftSummary {
  const after = sumMoney(drafts.map((record) => record.forecastCost));
  const before = sumMoney(drafts.map((record) => forecastBeforeDraft(record, today)));
  const forecastChange = after === null || before === null ? null : subtractMoney(after, before);
  return { drafts, forecastChange };
}
