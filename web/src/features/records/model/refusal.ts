import { ApiProblem, describeError } from "@/shared/api/problem";
import { type CellErrors, putError } from "./cellErrors";
import type { Edit } from "./draftMark";

/** Puts a refused batch on the cells it was about, each with what had been typed there. */
export function refusedCells(errors: CellErrors, edits: Edit[], refusal: unknown): CellErrors {
  const named = refusal instanceof ApiProblem ? refusal.errors : [];
  const typed = (pfaId: string, field: string) => {
    const fields: Record<string, string | null> = edits.find((edit) => edit.pfaId === pfaId)?.fields ?? {};
    return fields[field] ?? "";
  };
  let next = errors;
  for (const { pfaId, field, message } of named) {
    if (pfaId === null) continue;
    // A refusal of the record as a whole stands on every cell that was to change.
    const cells =
      field === null ? Object.keys(edits.find((edit) => edit.pfaId === pfaId)?.fields ?? {}) : [field];
    for (const cell of cells) next = putError(next, pfaId, cell, { typed: typed(pfaId, cell), message });
  }
  if (named.length > 0 || edits.length !== 1) return next;
  for (const { pfaId, fields } of edits) {
    for (const field of Object.keys(fields)) {
      next = putError(next, pfaId, field, {
        typed: typed(pfaId, field),
        message: `Not saved. ${describeError(refusal)}`,
      });
    }
  }
  return next;
}

/** One sentence about a refused batch; null when the cell itself says it. */
export function refusalInWords(edits: Edit[], refusal: unknown): string | null {
  if (edits.length === 1) return null;
  const named = refusal instanceof ApiProblem ? refusal.errors : [];
  const first = named[0];
  if (!first) return `None of the ${edits.length} changes was saved. ${describeError(refusal)}`;
  const records = new Set(named.map((error) => error.pfaId)).size;
  return `None of the ${edits.length} changes was saved: ${records} refused. ${first.pfaId}: ${first.message}`;
}
