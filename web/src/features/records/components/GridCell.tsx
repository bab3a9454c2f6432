import type { PfaRecord } from "@/shared/api/types";
import type { CellError } from "../model/cellErrors";
import { cellText, rawValue, varianceTone } from "../model/cellText";
import { FROZEN, fullLabel, type GridColumn } from "../model/columns";
import styles from "./Grid.module.css";
import { StateBadge } from "./StateBadge";

const ARROWS = { over: "▲", under: "▼", even: "" } as const;
const WORDS = { over: "above plan", under: "below plan", even: "on plan" } as const;

function Variance({ value, text }: { value: string; text: string }) {
  const tone = varianceTone(value);
  return (
    <span className={styles[tone]}>
      <span className={styles["arrow"]} aria-hidden="true">
        {ARROWS[tone]}
      </span>
      {text}
      <span className="visually-hidden"> {WORDS[tone]}</span>
    </span>
  );
}

function content(record: PfaRecord, column: GridColumn) {
  if (column.kind === "state") return <StateBadge state={record.syncStatus} />;
  const raw = rawValue(record, column);
  const text = cellText(record, column);
  if (column.kind === "variance" && raw !== null) return <Variance value={raw} text={text} />;
  return text;
}

const looks = new Map<string, string>();

function lookOf(column: GridColumn): string {
  const known = looks.get(column.id);
  if (known !== undefined) return known;
  const frozen = FROZEN.includes(column.id) ? styles["frozen"] : undefined;
  const classes = [styles["cell"], styles[column.kind], styles[column.group], frozen];
  const look = classes.filter(Boolean).join(" ");
  looks.set(column.id, look);
  return look;
}

export const cellId = (row: number, columnId: string) => `cell-${row}-${columnId}`;

interface CellProps {
  record: PfaRecord;
  column: GridColumn;
  row: number;
  active: boolean;
  locked: boolean;
  error: CellError | undefined;
}

/** A call and not a component: a thousand of these come and go with every leap of the scroll bar. */
export function gridCell({ record, column, row, active, locked, error }: CellProps) {
  let look = lookOf(column);
  if (active) look += ` ${styles["active"]}`;
  if (!locked) look += ` ${styles["open"]}`;
  if (error) look += ` ${styles["error"]}`;
  else if (record.draft?.fields.includes(column.id)) look += ` ${styles["drafted"]}`;
  return (
    <div
      key={column.id}
      id={active ? cellId(row, column.id) : undefined}
      role={column.id === "pfaId" ? "rowheader" : "gridcell"}
      aria-readonly={locked || undefined}
      aria-invalid={error ? true : undefined}
      aria-label={error ? `${fullLabel(column)}: ${error.typed}. ${error.message}` : undefined}
      className={look}
      data-field={column.id}
    >
      {error ? error.typed : content(record, column)}
    </div>
  );
}

interface SelectCellProps {
  record: PfaRecord;
  column: GridColumn;
  row: number;
  selected: boolean;
  active: boolean;
}

export function selectCell({ record, column, row, selected, active }: SelectCellProps) {
  return (
    <div
      key={column.id}
      id={active ? cellId(row, column.id) : undefined}
      role="gridcell"
      aria-label={`${selected ? "Selected" : "Not selected"}: ${record.pfaId}`}
      className={active ? `${lookOf(column)} ${styles["active"]}` : lookOf(column)}
      data-field={column.id}
    >
      <span className={styles["box"]} data-checked={selected || undefined} />
    </div>
  );
}
