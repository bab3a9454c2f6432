import type { EditableField, Permission, PfaRecord } from "@/shared/api/types";
import type { GridColumn } from "./columns";

const EDITABLE: ReadonlySet<string> = new Set<EditableField>([
  "description",
  "dor",
  "monthlyRate",
  "purchasePrice",
  "forecastStart",
  "forecastEnd",
]);

export interface EditRights {
  edit: boolean;
  editActuals: boolean;
  commit: boolean;
  seeMoney: boolean;
  readPems: boolean;
}

export function rightsOf(permissions: readonly Permission[]): EditRights {
  const has = (permission: Permission) => permissions.includes(permission);
  return {
    edit: has("EditForecast") && has("SaveDraft"),
    editActuals: has("EditActuals") && has("SaveDraft"),
    commit: has("Sync"),
    seeMoney: has("ViewFinancials"),
    readPems: has("RefreshData"),
  };
}

/** Why a cell cannot be edited, in the planner's words; null when it can. */
export function lockReason(record: PfaRecord, column: GridColumn, rights: EditRights): string | null {
  if (column.kind === "select") return null;
  if (column.group === "plan") return "The plan is the budget baseline: nobody changes it.";
  if (column.group === "actual") return "Actuals come from the site and are imported.";
  if (column.kind === "money" || column.kind === "variance") return "Computed from dates, rate and price.";
  if (!EDITABLE.has(column.id)) return "Comes from PEMS and is not edited here.";
  if (!rights.edit) return "You may read this organization, not change its forecast.";
  if (column.id === "monthlyRate" && record.source === "Purchase") return "A purchase has a price, no rate.";
  if (column.id === "purchasePrice" && record.source === "Rental")
    return "A rental has a monthly rate, no price.";
  return null;
}

export function isEditable(record: PfaRecord, column: GridColumn, rights: EditRights): boolean {
  return column.field !== null && lockReason(record, column, rights) === null;
}
