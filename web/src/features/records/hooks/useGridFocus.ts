import { type KeyboardEvent, useCallback, useState } from "react";
import {
  type Cell,
  type GridFocus,
  type GridMove,
  type GridShape,
  HEADER_ROW,
  moveFocus,
  moveForKey,
} from "../model/navigation";

const START: GridFocus = { cell: { row: 0, column: 1 }, editing: null };

/** Rows may have gone since the focus was set there. */
function within({ cell, editing }: GridFocus, shape: GridShape): GridFocus {
  const row = Math.max(HEADER_ROW, Math.min(cell.row, shape.rows - 1));
  const column = Math.min(cell.column, shape.columns - 1);
  const moved = row !== cell.row || column !== cell.column;
  return moved ? { cell: { row, column }, editing: null } : { cell, editing };
}

export interface GridKeys {
  /** Whether the cell may be edited; says why not where it may not. */
  mayEdit: (cell: Cell) => boolean;
  /** Space, or Enter on a header. */
  activate: (cell: Cell, shift: boolean) => boolean;
}

export function useGridFocus(shape: GridShape, keys: GridKeys) {
  const [state, setState] = useState(START);
  const focus = within(state, shape);
  const move = (next: GridMove) => setState(moveFocus(focus, next, shape));
  const stopEditing = useCallback(() => setState((before) => ({ ...before, editing: null })), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (focus.editing !== null) return;
    const { key, shiftKey: shift, altKey: alt } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const activates = key === " " || (key === "Enter" && focus.cell.row === HEADER_ROW);
    if (activates && keys.activate(focus.cell, shift)) return event.preventDefault();
    const next = moveForKey({ key, shift, alt, ctrl });
    if (next === null) return;
    event.preventDefault();
    if (next.type === "edit" && !keys.mayEdit(focus.cell)) return;
    move(next);
  };
  return { focus, move, stopEditing, onKeyDown };
}
