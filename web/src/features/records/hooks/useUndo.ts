import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { describeError } from "@/shared/api/problem";
import { notify } from "@/shared/ui/notices";
import { findRecords } from "../api/recordCache";
import { type Gesture, workToUndo } from "../model/undo";
import type { useDiscardEdits } from "./useDiscardEdits";
import type { useHistory } from "./useHistory";
import type { useSaveEdits } from "./useSaveEdits";

interface Parts {
  history: ReturnType<typeof useHistory>;
  save: ReturnType<typeof useSaveEdits>;
  discard: ReturnType<typeof useDiscardEdits>;
}

/** Ctrl+Z and Ctrl+Shift+Z over drafts, one gesture at a time. */
export function useUndo(organizationId: string, { history, save, discard }: Parts) {
  const client = useQueryClient();
  const { takeBack, bringBack, clear } = history;
  const failed = useCallback(
    (error: unknown) => {
      clear();
      notify("bad", `That could not be undone. ${describeError(error)}`);
    },
    [clear],
  );
  const revert = useCallback(
    async (gesture: Gesture) => {
      const work = workToUndo(gesture);
      const drafts = [...findRecords(client, organizationId, new Set(work.discard)).values()];
      const saved = work.save.length > 0 ? save(work.save).saved : Promise.resolve();
      await Promise.all([saved, drafts.length > 0 ? discard(drafts) : undefined]);
    },
    [client, organizationId, save, discard],
  );
  const undo = useCallback(() => {
    const gesture = takeBack();
    if (gesture) revert(gesture).catch(failed);
  }, [takeBack, revert, failed]);
  const redo = useCallback(() => {
    const gesture = bringBack();
    if (!gesture) return;
    save(gesture.steps.map(({ pfaId, after }) => ({ pfaId, fields: after }))).saved.catch(failed);
  }, [bringBack, save, failed]);
  return { undo, redo };
}
