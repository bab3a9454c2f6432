/** What a planner typed and why it was not taken; it stays in the cell until it is put right. */
export interface CellError {
  typed: string;
  message: string;
}

export type RowErrors = Readonly<Record<string, CellError>>;
export type CellErrors = ReadonlyMap<string, RowErrors>;

export const NO_ERRORS: CellErrors = new Map();

export function putError(errors: CellErrors, pfaId: string, field: string, error: CellError): CellErrors {
  return new Map(errors).set(pfaId, { ...errors.get(pfaId), [field]: error });
}

export function clearError(errors: CellErrors, pfaId: string, field: string): CellErrors {
  const row = errors.get(pfaId);
  if (row?.[field] === undefined) return errors;
  const { [field]: _, ...others } = row;
  const next = new Map(errors);
  if (Object.keys(others).length === 0) next.delete(pfaId);
  else next.set(pfaId, others);
  return next;
}
