import type { PfaRecord, Totals } from "@/shared/api/types";
import { sumMoney } from "@/shared/lib/decimal";

/** Adds the records' rounded costs, as the server does for a whole view; masked where any cost is. */
export function totalsOf(records: readonly PfaRecord[], currency: string): Totals {
  const counted = records.filter((record) => record.planCost !== null);
  const masked = counted.length < records.length;
  const sum = (pick: (record: PfaRecord) => string | null) =>
    masked ? null : sumMoney(records.map((record) => pick(record) ?? "0"));
  return {
    count: records.length,
    plan: sum((record) => record.planCost),
    forecast: sum((record) => record.forecastCost),
    actual: sum((record) => record.actualCost),
    variance: sum((record) => record.variance),
    currency,
  };
}
