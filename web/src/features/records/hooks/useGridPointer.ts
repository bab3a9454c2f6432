import { type MouseEvent, type RefObject, useRef } from "react";
import type { GridColumn } from "../model/columns";
import { type Cell, type GridMove, HEADER_ROW } from "../model/navigation";
import type { GridKeys } from "./useGridFocus";

interface Place {
  cell: Cell;
  element: HTMLElement;
}

function placeOf(event: MouseEvent, columns: readonly GridColumn[]): Place | null {
  const element = (event.target as HTMLElement).closest<HTMLElement>("[data-field]:not([data-editing])");
  const row = element?.closest<HTMLElement>("[data-row]")?.dataset["row"];
  if (!element || row === undefined) return null;
  const column = columns.findIndex(({ id }) => id === element.dataset["field"]);
  return { cell: { row: Number(row), column }, element };
}

interface Parts {
  scroller: RefObject<HTMLDivElement | null>;
  columns: readonly GridColumn[];
  move: (move: GridMove) => void;
  keys: GridKeys;
  hint: (cell: Cell) => string;
}

/**
 * One set of handlers on the grid instead of one per cell; hints are made when they are wanted. A row is ticked when the
 * button goes down: a row that moves in the document before it comes up again, as one does when scrolling comes to
 * rest, never gets its click.
 */
export function useGridPointer({ scroller, columns, move, keys, hint }: Parts) {
  const ticked = useRef(false);
  return {
    onMouseOver: (event: MouseEvent) => {
      const place = placeOf(event, columns);
      if (place && place.cell.row !== HEADER_ROW) place.element.title = hint(place.cell);
    },
    onMouseDown: (event: MouseEvent) => {
      const place = placeOf(event, columns);
      if (!place || event.button !== 0) return;
      event.preventDefault();
      // Taking the focus first lets an open editor save what was typed.
      scroller.current?.focus({ preventScroll: true });
      move({ type: "go", cell: place.cell });
      ticked.current = place.cell.row !== HEADER_ROW && place.cell.column === 0;
      if (ticked.current) keys.activate(place.cell, event.shiftKey);
    },
    onClick: (event: MouseEvent) => {
      const cell = placeOf(event, columns)?.cell;
      // A click alone comes from assistive technology.
      const already = ticked.current;
      ticked.current = false;
      if (cell && !already && (cell.row === HEADER_ROW || cell.column === 0))
        keys.activate(cell, event.shiftKey);
    },
    onDoubleClick: (event: MouseEvent) => {
      const cell = placeOf(event, columns)?.cell;
      if (!cell || cell.column === 0 || cell.row === HEADER_ROW || !keys.mayEdit(cell)) return;
      move({ type: "edit", seed: null });
    },
  };
}
