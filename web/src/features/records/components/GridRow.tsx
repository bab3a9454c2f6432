import { memo } from "react";
import type { EditableField, PfaRecord } from "@/shared/api/types";
import type { RowErrors } from "../model/cellErrors";
import { rawValue } from "../model/cellText";
import type { GridColumn } from "../model/columns";
import { type EditRights, lockReason } from "../model/editing";
import { CellEditor, type Leave } from "./CellEditor";
import styles from "./Grid.module.css";
import { gridCell, selectCell } from "./GridCell";

export interface RowActions {
  commit: (record: PfaRecord, field: EditableField, typed: string, leave: Leave) => string | null;
  cancel: (record: PfaRecord, field: EditableField) => void;
}

interface Props {
  record: PfaRecord;
  row: number;
  top: number;
  columns: GridColumn[];
  rights: EditRights;
  /** The active column of this row, or -1. */
  activeColumn: number;
  editing: { seed: string | null } | null;
  selected: boolean;
  errors: RowErrors | undefined;
  actions: RowActions;
}

/** A typed letter on the two-way choice means the word it begins. */
function seedFor(column: GridColumn, seed: string | null): string | null {
  if (column.id !== "dor" || seed === null) return seed;
  return ["BEO", "PROJECT"].find((word) => word.startsWith(seed.toUpperCase()) && seed !== "") ?? null;
}

function editor({ record, row, editing, errors, actions }: Props, column: GridColumn) {
  const error = errors?.[column.id];
  const field = column.id as EditableField;
  const seed = seedFor(column, editing?.seed ?? null);
  return (
    <CellEditor
      key={column.id}
      column={column}
      row={row}
      initial={seed ?? error?.typed ?? rawValue(record, column) ?? ""}
      seeded={seed !== null}
      error={error}
      onCommit={(typed, leave) => actions.commit(record, field, typed, leave)}
      onCancel={() => actions.cancel(record, field)}
    />
  );
}

function cell(props: Props, column: GridColumn, active: boolean) {
  const { record, row, rights, editing, selected, errors } = props;
  if (column.kind === "select") return selectCell({ record, column, row, selected, active });
  if (active && editing) return editor(props, column);
  const locked = lockReason(record, column, rights) !== null;
  return gridCell({ record, column, row, active, locked, error: errors?.[column.id] });
}

export const GridRow = memo(function GridRow(props: Props) {
  const { record, row, top, columns, activeColumn, editing, selected } = props;
  const look = [styles["row"], selected && styles["selected"], editing && styles["raised"]];
  return (
    <div
      role="row"
      aria-rowindex={row + 3}
      aria-selected={selected}
      className={look.filter(Boolean).join(" ")}
      style={{ transform: `translateY(${top}px)` }}
      data-testid="record-row"
      data-row={row}
      data-pfa-id={record.pfaId}
    >
      {columns.map((column, index) => cell(props, column, index === activeColumn))}
    </div>
  );
});
