export interface Cell {
  row: number;
  column: number;
}

/** Where the planner is in the grid; `editing` holds the text the editor opens with, null for the cell's own. */
export interface GridFocus {
  cell: Cell;
  editing: { seed: string | null } | null;
}

export interface GridShape {
  rows: number;
  columns: number;
  page: number;
}

export type GridMove =
  | { type: "go"; cell: Cell }
  | { type: "step"; rows: number; columns: number }
  | { type: "page"; direction: 1 | -1 }
  | { type: "rowEdge"; end: boolean }
  | { type: "corner"; end: boolean }
  | { type: "edit"; seed: string | null }
  | { type: "stopEditing" };

/** The row of column headers, one step above the first record. */
export const HEADER_ROW = -1;

const clamp = (value: number, size: number) => Math.max(0, Math.min(value, Math.max(0, size - 1)));

function at(shape: GridShape, row: number, column: number): GridFocus {
  const inHeader = row === HEADER_ROW || shape.rows === 0;
  const cell = { row: inHeader ? HEADER_ROW : clamp(row, shape.rows), column: clamp(column, shape.columns) };
  return { cell, editing: null };
}

/** Only a single step up enters the header; longer ways end at the first record. */
function step(focus: GridFocus, rows: number, columns: number, shape: GridShape): GridFocus {
  const { row, column } = focus.cell;
  if (rows === 0) return at(shape, row, column + columns);
  const entersHeader = rows === -1 && row <= 0;
  return at(shape, entersHeader ? HEADER_ROW : Math.max(0, row + rows), column + columns);
}

/** Every move stays inside the grid and ends editing, except the one that starts it. */
export function moveFocus(focus: GridFocus, move: GridMove, shape: GridShape): GridFocus {
  const { row, column } = focus.cell;
  switch (move.type) {
    case "go":
      return at(shape, move.cell.row, move.cell.column);
    case "step":
      return step(focus, move.rows, move.columns, shape);
    case "page":
      return at(shape, Math.max(0, row + move.direction * Math.max(1, shape.page - 1)), column);
    case "rowEdge":
      return at(shape, row, move.end ? shape.columns - 1 : 0);
    case "corner":
      return move.end ? at(shape, shape.rows - 1, shape.columns - 1) : at(shape, 0, 0);
    case "edit":
      return row === HEADER_ROW ? focus : { ...focus, editing: { seed: move.seed } };
    case "stopEditing":
      return { ...focus, editing: null };
  }
}

export interface KeyPress {
  key: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const JUMPS: Record<string, [number, number]> = {
  ArrowUp: [-Infinity, 0],
  ArrowDown: [Infinity, 0],
  ArrowLeft: [0, -Infinity],
  ArrowRight: [0, Infinity],
};

function arrowMove(press: KeyPress): GridMove | null {
  const delta = (press.ctrl ? JUMPS : STEPS)[press.key];
  return delta ? { type: "step", rows: delta[0], columns: delta[1] } : null;
}

function otherMove(press: KeyPress): GridMove | null {
  switch (press.key) {
    case "PageUp":
      return { type: "page", direction: -1 };
    case "PageDown":
      return { type: "page", direction: 1 };
    case "Home":
    case "End":
      return { type: press.ctrl ? "corner" : "rowEdge", end: press.key === "End" };
    case "Enter":
    case "F2":
      return { type: "edit", seed: null };
    case "Delete":
    case "Backspace":
      return { type: "edit", seed: "" };
    default:
      return null;
  }
}

/** What a key means on a cell that is not being edited; typing opens the editor with that character. */
export function moveForKey(press: KeyPress): GridMove | null {
  if (press.alt) return null;
  const move = arrowMove(press) ?? otherMove(press);
  if (move !== null || press.ctrl) return move;
  return press.key.length === 1 && press.key !== " " ? { type: "edit", seed: press.key } : null;
}
