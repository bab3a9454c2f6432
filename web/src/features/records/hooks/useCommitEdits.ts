import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { PfaRecord } from "@/shared/api/types";
import { commitDrafts, draftsKey } from "../api/drafts";
import { findRecords, patchRecords } from "../api/recordCache";
import type { Refresher } from "./useRefresher";
import { draftScope } from "./useSaveEdits";

function queued(record: PfaRecord): PfaRecord {
  return record.draft === null ? record : { ...record, syncStatus: "queued", draft: null };
}

/**
 * Save & Sync: commits the given drafts. They read "queued" before the request leaves, since the first live event
 * may overtake the answer.
 */
export function useCommitEdits(organizationId: string, refresher: Refresher) {
  const client = useQueryClient();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: async (drafts: PfaRecord[]) => {
      const ids = new Set(drafts.map((draft) => draft.pfaId));
      const shown = findRecords(client, organizationId, ids);
      const known = drafts.map((draft) => (shown.get(draft.pfaId) ?? draft).draft?.modificationId);
      refresher.hold(ids);
      patchRecords(client, organizationId, ids, queued);
      try {
        return await commitDrafts(
          organizationId,
          known.filter((id): id is string => Boolean(id)),
        );
      } catch (refusal) {
        patchRecords(client, organizationId, ids, (record) => shown.get(record.pfaId) ?? record);
        refresher.refresh(ids);
        throw refusal;
      } finally {
        refresher.release(ids);
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: draftsKey(organizationId) }),
    scope: draftScope(organizationId),
    networkMode: "always",
  });
  const commit = useCallback((drafts: PfaRecord[]) => mutateAsync(drafts), [mutateAsync]);
  return { commit, committing: isPending };
}
