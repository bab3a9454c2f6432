import type { PfaRecord } from "@/shared/api/types";

export type ColumnKind = "text" | "date" | "rate" | "money" | "variance" | "state" | "select";
export type ColumnGroup = "record" | "plan" | "forecast" | "actual" | "outcome";

export interface GridColumn {
  id: string;
  label: string;
  kind: ColumnKind;
  group: ColumnGroup;
  width: number;
  /** The record's field, also the name the server sorts by; the select column has none. */
  field: keyof PfaRecord | null;
}

const column = (
  field: keyof PfaRecord,
  label: string,
  kind: ColumnKind,
  group: ColumnGroup,
  width: number,
): GridColumn => ({ id: field, label, kind, group, width, field });

/** These stay in sight however far one scrolls to the right. */
export const FROZEN = ["select", "pfaId", "syncStatus"];

/** Left to right as a planner reads a line: what it is, the budget, what is expected, what happened, the outcome. */
export const GRID_COLUMNS: GridColumn[] = [
  { id: "select", label: "Select", kind: "select", group: "record", width: 38, field: null },
  column("pfaId", "PFA", "text", "record", 124),
  column("syncStatus", "State", "state", "record", 112),
  column("description", "Description", "text", "record", 238),
  column("category", "Category", "text", "record", 124),
  column("equipmentClass", "Class", "text", "record", 96),
  column("source", "Source", "text", "record", 84),
  column("dor", "DOR", "text", "record", 86),
  column("areaSilo", "Area", "text", "record", 116),
  column("planStart", "Start", "date", "plan", 100),
  column("planEnd", "End", "date", "plan", 100),
  column("planCost", "Cost", "money", "plan", 112),
  column("forecastStart", "Start", "date", "forecast", 100),
  column("forecastEnd", "End", "date", "forecast", 100),
  column("monthlyRate", "Monthly rate", "rate", "forecast", 118),
  column("purchasePrice", "Price", "rate", "forecast", 116),
  column("forecastCost", "Cost", "money", "forecast", 112),
  column("actualStart", "Start", "date", "actual", 100),
  column("actualEnd", "End", "date", "actual", 100),
  column("actualCost", "Cost", "money", "actual", 112),
  column("variance", "Variance", "variance", "outcome", 128),
];

export const GROUP_LABELS: Record<ColumnGroup, string> = {
  record: "Record",
  plan: "Plan",
  forecast: "Forecast",
  actual: "Actual",
  outcome: "Outcome",
};

const MONEY_KINDS: ColumnKind[] = ["rate", "money", "variance"];

/** Without ViewFinancials a column of money says nothing, so it is not there. */
export function columnsFor(seesMoney: boolean): GridColumn[] {
  return seesMoney ? GRID_COLUMNS : GRID_COLUMNS.filter((each) => !MONEY_KINDS.includes(each.kind));
}

/** The column's full name outside its group: "Forecast end". */
export function fullLabel(of: GridColumn): string {
  const grouped = of.group === "plan" || of.group === "forecast" || of.group === "actual";
  if (!grouped || of.kind === "rate") return of.label;
  return `${GROUP_LABELS[of.group]} ${of.label.toLowerCase()}`;
}
