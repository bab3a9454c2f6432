import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Change, PfaRecord, SavedDraft } from "@/shared/api/types";
import { todayIso } from "@/shared/lib/dates";
import { saveDraft } from "../api/drafts";
import { findRecords, patchRecords } from "../api/recordCache";
import { type Edit, echo, valuesBefore } from "../model/draftMark";
import type { EditStep } from "../model/undo";
import type { Refresher } from "./useRefresher";

/** Draft requests of one page go out one after another, so that the last edit is the one that stays. */
export const draftScope = (organizationId: string) => ({ id: `drafts:${organizationId}` });

function plan(edits: Edit[], records: ReadonlyMap<string, PfaRecord>) {
  const changes: Change[] = [];
  const steps: EditStep[] = [];
  for (const { pfaId, fields } of edits) {
    const record = records.get(pfaId);
    if (!record) continue;
    changes.push({ pfaId, baseVersion: record.version, fields });
    const before = valuesBefore(record, fields);
    steps.push({ pfaId, before, after: fields, startedDraft: record.draft === null });
  }
  return { changes, steps };
}

function nameDrafts(client: QueryClient, organizationId: string, drafts: SavedDraft[]): void {
  const idOf = new Map(drafts.map((draft) => [draft.pfaId, draft.modificationId]));
  patchRecords(client, organizationId, new Set(idOf.keys()), (record) => {
    const modificationId = idOf.get(record.pfaId);
    return modificationId && record.draft
      ? { ...record, draft: { ...record.draft, modificationId } }
      : record;
  });
}

/**
 * Shows edits at once and saves them as drafts; when the server refuses, the page shows what stood there before
 * and the refusal is thrown to the caller.
 */
export function useSaveEdits(organizationId: string, refresher: Refresher) {
  const client = useQueryClient();
  const { mutateAsync } = useMutation({
    mutationFn: async (changes: Change[]) => {
      const drafts = await saveDraft(organizationId, changes);
      // Before the next request in the queue begins: it may be the one that commits or discards these drafts.
      nameDrafts(client, organizationId, drafts);
    },
    scope: draftScope(organizationId),
    networkMode: "always",
  });
  return useCallback(
    (edits: Edit[]): { steps: EditStep[]; saved: Promise<void> } => {
      const fieldsOf = new Map(edits.map((edit) => [edit.pfaId, edit.fields]));
      const ids = new Set(fieldsOf.keys());
      const shown = findRecords(client, organizationId, ids);
      const { changes, steps } = plan(edits, shown);
      const today = todayIso();
      refresher.hold(ids);
      patchRecords(client, organizationId, ids, (record) =>
        echo(record, fieldsOf.get(record.pfaId) ?? {}, today),
      );
      const save = async () => {
        try {
          await mutateAsync(changes);
        } catch (refusal) {
          patchRecords(client, organizationId, ids, (record) => shown.get(record.pfaId) ?? record);
          throw refusal;
        } finally {
          refresher.release(ids);
          refresher.refresh(ids);
        }
      };
      return { steps, saved: save() };
    },
    [client, organizationId, refresher, mutateAsync],
  );
}
