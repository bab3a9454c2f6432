import { useCallback, useMemo, useRef, useState } from "react";
import { EMPTY_HISTORY, forget, type Gesture, type History, record, redo, undo } from "../model/undo";

/** The planner's gestures on drafts; a commit or a discard ends what can be undone. */
export function useHistory() {
  const [shown, show] = useState<History>(EMPTY_HISTORY);
  const current = useRef(EMPTY_HISTORY);
  const set = useCallback((next: History) => {
    current.current = next;
    show(next);
  }, []);
  const actions = useMemo(
    () => ({
      remember: (gesture: Gesture) => set(record(current.current, gesture)),
      forget: (gesture: Gesture) => set(forget(current.current, gesture)),
      clear: () => set(EMPTY_HISTORY),
      takeBack: (): Gesture | null => {
        const step = undo(current.current);
        if (step) set(step.history);
        return step?.gesture ?? null;
      },
      bringBack: (): Gesture | null => {
        const step = redo(current.current);
        if (step) set(step.history);
        return step?.gesture ?? null;
      },
    }),
    [set],
  );
  return { ...actions, undoLabel: shown.done.at(-1)?.label, redoLabel: shown.undone.at(-1)?.label };
}
