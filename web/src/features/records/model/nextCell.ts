import type { PfaRecord } from "@/shared/api/types";
import type { GridColumn } from "./columns";
import { type EditRights, isEditable } from "./editing";
import type { Cell } from "./navigation";

/** The next cell to the right (or left) that can be edited, going on in the next row; null at the end. */
export function nextEditable(
  from: Cell,
  direction: 1 | -1,
  rows: readonly PfaRecord[],
  columns: readonly GridColumn[],
  rights: EditRights,
): Cell | null {
  let { row, column } = { row: from.row, column: from.column + direction };
  for (let looked = 0; looked < 2 * columns.length; looked++, column += direction) {
    if (column < 0 || column >= columns.length) {
      row += direction;
      column = direction === 1 ? 0 : columns.length - 1;
    }
    const record = rows[row];
    const candidate = columns[column];
    if (!record || !candidate) return null;
    if (isEditable(record, candidate, rights)) return { row, column };
  }
  return null;
}
