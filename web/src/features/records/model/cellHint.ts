import type { PfaRecord } from "@/shared/api/types";
import type { CellError } from "./cellErrors";
import { rawValue } from "./cellText";
import type { GridColumn } from "./columns";
import { type EditRights, lockReason } from "./editing";

/** What a draft replaced in this cell; undefined where it replaced nothing or the page cannot know. */
export function beforeDraft(record: PfaRecord, column: GridColumn): string | null | undefined {
  const base = record.draft?.base as Record<string, string | null> | undefined;
  return base?.[column.id];
}

/** What hovering over a cell tells: why it was refused, what stood there, why it is locked, or all of its text. */
export function cellHint(
  record: PfaRecord,
  column: GridColumn,
  error: CellError | undefined,
  rights: EditRights,
): string {
  if (error) return error.message;
  const before = beforeDraft(record, column);
  if (before !== undefined) return `Draft. Before: ${before ?? "empty"}`;
  const locked = lockReason(record, column, rights);
  if (locked !== null && column.group !== "record") return locked;
  return column.kind === "text" ? (rawValue(record, column) ?? "") : "";
}
