import type { Fields } from "@/shared/api/types";

/** One record's part of a gesture: the values it had and the ones it got. */
export interface EditStep {
  pfaId: string;
  before: Fields;
  after: Fields;
  /** True when the record had no draft before, so that undoing gives the draft up altogether. */
  startedDraft: boolean;
}

/** One gesture of the planner, undone as a whole: a cell edit, or a shift of 600 rows. */
export interface Gesture {
  label: string;
  steps: EditStep[];
}

export interface History {
  done: Gesture[];
  undone: Gesture[];
}

export const EMPTY_HISTORY: History = { done: [], undone: [] };
const KEPT = 200;

export function record(history: History, gesture: Gesture): History {
  return { done: [...history.done, gesture].slice(-KEPT), undone: [] };
}

export function undo(history: History): { history: History; gesture: Gesture } | null {
  const gesture = history.done.at(-1);
  if (!gesture) return null;
  return { gesture, history: { done: history.done.slice(0, -1), undone: [...history.undone, gesture] } };
}

export function redo(history: History): { history: History; gesture: Gesture } | null {
  const gesture = history.undone.at(-1);
  if (!gesture) return null;
  return { gesture, history: { done: [...history.done, gesture], undone: history.undone.slice(0, -1) } };
}

/** A gesture that the server refused never happened: it leaves the history wherever it stands. */
export function forget(history: History, gesture: Gesture): History {
  const others = (list: Gesture[]) => list.filter((each) => each !== gesture);
  return { done: others(history.done), undone: others(history.undone) };
}

export type UndoWork = { discard: string[]; save: { pfaId: string; fields: Fields }[] };

/** Undoing restores the earlier values, and gives up drafts that the gesture itself had begun. */
export function workToUndo(gesture: Gesture): UndoWork {
  const work: UndoWork = { discard: [], save: [] };
  for (const step of gesture.steps) {
    if (step.startedDraft) work.discard.push(step.pfaId);
    else work.save.push({ pfaId: step.pfaId, fields: step.before });
  }
  return work;
}
