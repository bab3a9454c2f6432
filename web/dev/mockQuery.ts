import type { PfaRecord, RecordsPage } from "../src/shared/api/types";
import { sumMoney } from "../src/shared/lib/decimal";

const NUMBERS = new Set([
  "monthlyRate",
  "purchasePrice",
  "planCost",
  "forecastCost",
  "actualCost",
  "variance",
]);

function order(field: string) {
  return (a: PfaRecord, b: PfaRecord): number => {
    const left = a[field as keyof PfaRecord];
    const right = b[field as keyof PfaRecord];
    if (left === right) return a.pfaId < b.pfaId ? -1 : 1;
    if (left === null) return 1;
    if (right === null) return -1;
    if (NUMBERS.has(field)) return Number(left) - Number(right);
    return String(left) < String(right) ? -1 : 1;
  };
}

function matches(record: PfaRecord, filter: string): boolean {
  const [field = "", operator, ...rest] = filter.split(":");
  const value = rest.join(":");
  const own = String(record[field as keyof PfaRecord] ?? "");
  return operator === "in" ? value.split(",").includes(own) : own === value;
}

export function mask(record: PfaRecord): PfaRecord {
  return {
    ...record,
    monthlyRate: null,
    purchasePrice: null,
    planCost: null,
    forecastCost: null,
    actualCost: null,
    variance: null,
  };
}

/** Answers GET /api/pfa-data from a list in memory. */
export function query(all: PfaRecord[], params: URLSearchParams, masked: boolean): RecordsPage {
  const text = (params.get("q") ?? "").toLowerCase();
  const filters = params.getAll("filter");
  const hit = ({ pfaId, description, category }: PfaRecord) =>
    [pfaId, description, category].some((each) => each?.toLowerCase().includes(text));
  const found = all.filter(
    (record) =>
      (params.get("includeDiscontinued") === "true" || !record.isDiscontinued) &&
      (text === "" || hit(record)) &&
      filters.every((filter) => matches(record, filter)),
  );
  const sort = params.get("sort") ?? "pfaId";
  const field = sort.replace("-", "");
  found.sort(order(field));
  if (sort.startsWith("-")) found.reverse();
  const limit = Number(params.get("limit") ?? 100);
  const from = Number(params.get("cursor") ?? 0);
  const page = found.slice(from, from + limit);
  const nextCursor = limit > 0 && from + limit < found.length ? String(from + limit) : null;
  const sum = (pick: (record: PfaRecord) => string | null) =>
    masked ? null : sumMoney(found.map((r) => pick(r) ?? "0"));
  const totals =
    params.get("totals") === "false"
      ? null
      : {
          count: found.length,
          plan: sum((record) => record.planCost),
          forecast: sum((record) => record.forecastCost),
          actual: sum((record) => record.actualCost),
          variance: sum((record) => record.variance),
          currency: "USD",
        };
  return { records: masked ? page.map(mask) : page, nextCursor, totals };
}
