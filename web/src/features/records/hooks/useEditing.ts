import { useCallback, useMemo, useState } from "react";
import type { EditableField, PfaRecord } from "@/shared/api/types";
import { notify } from "@/shared/ui/notices";
import { clearError, NO_ERRORS, putError } from "../model/cellErrors";
import type { Edit } from "../model/draftMark";
import { refusalInWords, refusedCells } from "../model/refusal";
import { readTyped, sameValue } from "../model/typedValue";
import type { Gesture } from "../model/undo";
import { useDiscardEdits } from "./useDiscardEdits";
import { useHistory } from "./useHistory";
import type { Refresher } from "./useRefresher";
import { useSaveEdits } from "./useSaveEdits";
import { useUndo } from "./useUndo";

/** Everything that changes drafts: cell edits, bulk edits, undo and redo, and the errors they leave on cells. */
export function useEditing(organizationId: string, refresher: Refresher) {
  const save = useSaveEdits(organizationId, refresher);
  const discard = useDiscardEdits(organizationId, refresher);
  const history = useHistory();
  const [errors, setErrors] = useState(NO_ERRORS);
  const { undo, redo } = useUndo(organizationId, { history, save, discard });
  const { remember, forget } = history;

  const edit = useCallback(
    (edits: Edit[], label: string) => {
      const { steps, saved } = save(edits);
      const gesture: Gesture = { label, steps };
      remember(gesture);
      saved.catch((refusal: unknown) => {
        forget(gesture);
        setErrors((before) => refusedCells(before, edits, refusal));
        const words = refusalInWords(edits, refusal);
        if (words) notify("bad", words);
      });
    },
    [save, remember, forget],
  );

  const clearCell = useCallback(
    (pfaId: string, field: string) => setErrors((before) => clearError(before, pfaId, field)),
    [],
  );

  /** Takes what was typed; answers why it cannot, or null. A planner who walks away finds it in the cell. */
  const editCell = useCallback(
    (record: PfaRecord, field: EditableField, typed: string, leaving: boolean): string | null => {
      const read = readTyped(record, field, typed);
      if (!read.ok) {
        const error = { typed, message: read.message };
        if (leaving) setErrors((before) => putError(before, record.pfaId, field, error));
        return read.message;
      }
      clearCell(record.pfaId, field);
      if (!sameValue(record[field], read.value)) {
        edit([{ pfaId: record.pfaId, fields: { [field]: read.value } }], `edit of ${record.pfaId}`);
      }
      return null;
    },
    [clearCell, edit],
  );

  const { undoLabel, redoLabel, clear } = history;
  return useMemo(
    () => ({
      errors,
      edit,
      editCell,
      clearCell,
      discard,
      undo,
      redo,
      undoLabel,
      redoLabel,
      clearHistory: clear,
    }),
    [errors, edit, editCell, clearCell, discard, undo, redo, undoLabel, redoLabel, clear],
  );
}

export type Editing = ReturnType<typeof useEditing>;
