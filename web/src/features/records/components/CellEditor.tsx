import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type { CellError } from "../model/cellErrors";
import { fullLabel, type GridColumn } from "../model/columns";
import styles from "./Grid.module.css";
import { cellId } from "./GridCell";

export type Leave = "down" | "up" | "next" | "previous" | "stay" | "away";

const LEAVE_BY_KEY: Record<string, [plain: Leave, shifted: Leave]> = {
  Enter: ["down", "up"],
  Tab: ["next", "previous"],
};

/** Turns the bubble towards the room there is inside the grid. */
function sideFor(cell: HTMLElement, bubble: HTMLElement): string {
  const grid = cell.closest("[role=grid]")?.getBoundingClientRect();
  if (!grid) return "";
  const { left, bottom } = cell.getBoundingClientRect();
  const end = left + bubble.offsetWidth > grid.right ? "end" : "";
  return `${end} ${bottom + bubble.offsetHeight + 8 > grid.bottom ? "above" : ""}`;
}

function Bubble({ id, message }: { id: string; message: string }) {
  const bubble = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = bubble.current;
    if (element?.parentElement) element.dataset["side"] = sideFor(element.parentElement, element);
  });
  return (
    <span ref={bubble} id={id} role="alert" className={styles["bubble"]}>
      {message}
    </span>
  );
}

interface Props {
  column: GridColumn;
  row: number;
  /** What the editor opens with. */
  initial: string;
  /** True when a keystroke opened it, which it then continues. */
  seeded: boolean;
  error: CellError | undefined;
  /** Answers why the text cannot be taken, or null. */
  onCommit: (typed: string, leave: Leave) => string | null;
  onCancel: () => void;
}

/** Enter and Tab take what was typed and go on, Escape gives it up, leaving by the mouse takes it. */
export function CellEditor({ column, row, initial, seeded, error, onCommit, onCancel }: Props) {
  const [typed, setTyped] = useState(initial);
  const [message, setMessage] = useState(error?.message ?? null);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const done = useRef(false);
  const messageId = useId();
  useEffect(() => {
    field.current?.focus();
    if (!seeded) field.current?.select?.();
  }, [seeded]);

  const commit = (leave: Leave) => {
    if (done.current) return;
    // Leaving moves the focus, and the blur that follows must not commit a second time.
    done.current = true;
    const refusal = onCommit(typed, leave);
    setMessage(refusal);
    done.current = refusal === null || leave === "away";
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const leave = LEAVE_BY_KEY[event.key]?.[event.shiftKey ? 1 : 0];
    if (event.key === "Escape") {
      done.current = true;
      onCancel();
    } else if (leave) {
      event.preventDefault();
      commit(leave);
    }
    event.stopPropagation();
  };
  const shared = {
    ref: field,
    className: styles["input"],
    value: typed,
    "aria-label": fullLabel(column),
    "aria-invalid": message !== null,
    "aria-describedby": message ? messageId : undefined,
    onKeyDown,
    // Another window taking the focus is no decision about the cell.
    onBlur: () => document.hasFocus() && commit("away"),
  };
  return (
    <div
      role="gridcell"
      id={cellId(row, column.id)}
      className={`${styles["cell"]} ${styles["editing"]} ${styles[column.kind] ?? ""}`}
      data-field={column.id}
      data-editing
    >
      {column.id === "dor" ? (
        <select {...shared} onChange={(event) => setTyped(event.target.value)}>
          {["BEO", "PROJECT"].includes(typed) ? null : <option value={typed}>Choose…</option>}
          <option value="BEO">BEO</option>
          <option value="PROJECT">PROJECT</option>
        </select>
      ) : (
        <input {...shared} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      )}
      {message ? <Bubble id={messageId} message={message} /> : null}
    </div>
  );
}
