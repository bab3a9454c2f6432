import type { PfaRecord } from "@/shared/api/types";
import { signOf } from "@/shared/lib/decimal";
import { formatAmount, formatRate } from "@/shared/lib/format";
import type { GridColumn } from "./columns";
import { STATE_LABELS } from "./view";

export function rawValue(record: PfaRecord, column: GridColumn): string | null {
  if (column.field === null) return null;
  const value = record[column.field];
  return typeof value === "string" ? value : null;
}

/** What a cell says; nothing where there is nothing. */
export function cellText(record: PfaRecord, column: GridColumn): string {
  const raw = rawValue(record, column);
  if (column.kind === "state") return STATE_LABELS[record.syncStatus];
  if (raw === null) return "";
  if (column.kind === "money" || column.kind === "variance") return formatAmount(raw);
  if (column.kind === "rate") return formatRate(raw);
  return raw;
}

export type VarianceTone = "over" | "under" | "even";

/** Over plan is red with an arrow up, under plan green with an arrow down: never colour alone. */
export function varianceTone(variance: string): VarianceTone {
  const sign = signOf(variance);
  if (sign === 0) return "even";
  return sign > 0 ? "over" : "under";
}
