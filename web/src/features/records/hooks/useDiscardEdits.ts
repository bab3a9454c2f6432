import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { PfaRecord } from "@/shared/api/types";
import { todayIso } from "@/shared/lib/dates";
import { discardDrafts, draftsKey } from "../api/drafts";
import { findRecords, patchRecords } from "../api/recordCache";
import { withoutDraft } from "../model/draftMark";
import type { Refresher } from "./useRefresher";
import { draftScope } from "./useSaveEdits";

/** Gives drafts up, at once on the page and then on the server. */
export function useDiscardEdits(organizationId: string, refresher: Refresher) {
  const client = useQueryClient();
  const { mutateAsync } = useMutation({
    mutationFn: async (drafts: PfaRecord[]) => {
      // An edit saved just before has its id only now, when its turn in the queue has come.
      const now = findRecords(client, organizationId, new Set(drafts.map((draft) => draft.pfaId)));
      const ids = drafts.map((draft) => (now.get(draft.pfaId) ?? draft).draft?.modificationId);
      const known = ids.filter((id): id is string => Boolean(id));
      if (known.length > 0) await discardDrafts(organizationId, known);
    },
    scope: draftScope(organizationId),
    networkMode: "always",
  });
  return useCallback(
    async (drafts: PfaRecord[]) => {
      const ids = new Set(drafts.map((draft) => draft.pfaId));
      refresher.hold(ids);
      try {
        await mutateAsync(drafts);
        const today = todayIso();
        patchRecords(client, organizationId, ids, (record) =>
          record.draft === null ? record : withoutDraft(record, today),
        );
      } finally {
        refresher.release(ids);
        refresher.refresh(ids);
        void client.invalidateQueries({ queryKey: draftsKey(organizationId) });
      }
    },
    [client, organizationId, refresher, mutateAsync],
  );
}
