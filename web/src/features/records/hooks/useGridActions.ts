import { type RefObject, useMemo } from "react";
import type { EditableField, PfaRecord } from "@/shared/api/types";
import { notify } from "@/shared/ui/notices";
import type { Leave } from "../components/CellEditor";
import type { RowActions } from "../components/GridRow";
import { fullLabel } from "../model/columns";
import { type EditRights, lockReason } from "../model/editing";
import type { ColumnLayout } from "../model/layout";
import type { Cell, GridMove } from "../model/navigation";
import { nextEditable } from "../model/nextCell";
import type { Editing } from "./useEditing";
import { useLatest } from "./useLatest";

interface Parts {
  rows: PfaRecord[];
  layout: ColumnLayout;
  rights: EditRights;
  editing: Editing;
  cell: Cell;
  move: (move: GridMove) => void;
  stopEditing: () => void;
  scroller: RefObject<HTMLDivElement | null>;
}

function leaveMove(leave: Leave, { cell, rows, layout, rights }: Parts): GridMove {
  if (leave === "down" || leave === "up") {
    const row = Math.max(0, cell.row + (leave === "down" ? 1 : -1));
    return { type: "go", cell: { row, column: cell.column } };
  }
  const next = nextEditable(cell, leave === "next" ? 1 : -1, rows, layout.columns, rights);
  return { type: "go", cell: next ?? cell };
}

/** What an open editor may ask for; stable, so that rows need not render for it. */
export function useRowActions(parts: Parts): RowActions {
  const latest = useLatest(parts);
  return useMemo(() => {
    const backToGrid = () => latest.current.scroller.current?.focus({ preventScroll: true });
    return {
      commit: (record: PfaRecord, field: EditableField, typed: string, leave: Leave) => {
        const { editing, move, stopEditing } = latest.current;
        const away = leave === "away";
        const refusal = editing.editCell(record, field, typed, away);
        if (away) stopEditing();
        else if (refusal === null) {
          move(leaveMove(leave, latest.current));
          backToGrid();
        }
        return refusal;
      },
      cancel: (record: PfaRecord, field: EditableField) => {
        latest.current.editing.clearCell(record.pfaId, field);
        latest.current.stopEditing();
        backToGrid();
      },
    };
  }, [latest]);
}

/** Whether the cell opens for editing; a locked one says why. */
export function mayEdit(cell: Cell, rows: PfaRecord[], layout: ColumnLayout, rights: EditRights): boolean {
  const record = rows[cell.row];
  const column = layout.columns[cell.column];
  if (!record || !column || column.kind === "select") return false;
  const reason = lockReason(record, column, rights);
  if (reason !== null) notify("info", `${fullLabel(column)} is locked. ${reason}`);
  return reason === null;
}
