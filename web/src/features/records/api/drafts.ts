import { get, post } from "@/shared/api/client";
import type { Change, CommitAnswer, PfaRecord, RecordsPage, SavedDraft } from "@/shared/api/types";

export const draftsKey = (organizationId: string) => ["drafts", organizationId] as const;

/** My drafts of the organization, also those that the current view does not show. */
export async function listDrafts(organizationId: string, signal: AbortSignal): Promise<PfaRecord[]> {
  const query = {
    organizationId,
    filter: "syncStatus:eq:draft",
    includeDiscontinued: true,
    totals: false,
    limit: 5000,
  };
  return (await get<RecordsPage>("/api/pfa-data", query, signal)).records;
}

export async function saveDraft(organizationId: string, changes: Change[]): Promise<SavedDraft[]> {
  const answer = await post<{ drafts: SavedDraft[] }>("/api/pfa-data/save-draft", {
    organizationId,
    changes,
  });
  return answer.drafts;
}

export function commitDrafts(organizationId: string, modificationIds: string[]): Promise<CommitAnswer> {
  return post<CommitAnswer>("/api/pfa-data/commit-drafts", { organizationId, modificationIds });
}

export function discardDrafts(organizationId: string, modificationIds: string[]): Promise<unknown> {
  return post("/api/pfa-data/discard-drafts", { organizationId, modificationIds });
}
