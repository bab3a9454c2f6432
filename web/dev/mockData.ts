import { withFields } from "../src/features/records/model/cost";
import type { Organization, Permission, PfaRecord } from "../src/shared/api/types";
import { addDays } from "../src/shared/lib/dates";

/** A repeatable stream of numbers in [0, 1): the same seed makes the same portfolio. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const KINDS = [
  ["CRANE", "Crawler crane, 300 t lattice boom", "CR-300", 42_000],
  ["CRANE", "Rough terrain crane 80 t", "CR-080", 15_500],
  ["LIFT", "Telescopic boom lift 40 m", "AWP-40", 4_200],
  ["WELD", "Diesel welding machine, 400 A, four-pack", "WLD-4", 1_150],
  ["EARTH", "Excavator 36 t with rock bucket", "EX-36", 11_800],
  ["POWER", "Generator set 1,000 kVA, silenced", "GEN-1M", 9_300],
  ["HAUL", "Articulated dump truck 40 t", "ADT-40", 13_400],
  ["OFFICE", "Jobsite trailer, double wide", "TRL-2", 880],
] as const;
const AREAS = ["Train 1", "Train 2", "Marine", "Utilities", "Tank farm", "Camp"];

function recordOf(organization: string, index: number, next: () => number): PfaRecord {
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
  const [category, description, equipmentClass, rate] = pick(KINDS);
  const purchase = next() < 0.18;
  const planStart = addDays("2025-03-01", Math.floor(next() * 700));
  const planEnd = addDays(planStart, 30 + Math.floor(next() * 420));
  const isActualized = next() < 0.3;
  const slip = Math.floor((next() - 0.35) * 90);
  const money = (factor: number) => (Math.round(rate * factor * 100) / 100).toFixed(2);
  const record: PfaRecord = {
    pfaId: `${organization.slice(0, 3)}-${String(index + 1).padStart(6, "0")}`,
    organization,
    description:
      index === 7 ? "Kran für Öltank — 起重机 «особый», 29 Feb" : `${description} #${1 + (index % 40)}`,
    areaSilo: pick(AREAS),
    category,
    categoryDescription: category,
    equipmentClass,
    manufacturer: pick(["Liebherr", "Manitowoc", "Caterpillar", "JLG"]),
    model: `M${100 + (index % 70)}`,
    source: purchase ? "Purchase" : "Rental",
    dor: next() < 0.25 ? "BEO" : "PROJECT",
    monthlyRate: purchase ? null : money(1 + slip / 1000),
    purchasePrice: purchase ? money(24) : null,
    planStart,
    planEnd,
    planMonthlyRate: purchase ? null : money(1),
    planPurchasePrice: purchase ? money(23) : null,
    forecastStart: addDays(planStart, Math.round(slip / 3)),
    forecastEnd: addDays(planEnd, slip),
    actualStart: isActualized ? addDays(planStart, 3) : null,
    actualEnd: isActualized && next() < 0.6 ? addDays(planEnd, slip) : null,
    isActualized,
    isDiscontinued: next() < 0.02,
    isFundsTransferable: next() < 0.1,
    contract: isActualized ? `C-${4000 + (index % 90)}` : null,
    contractRevision: null,
    equipment: null,
    version: 1 + Math.floor(next() * 9),
    lastChangedBy: "VANGUARD",
    lastChangedAt: "2026-11-20T08:00:00Z",
    syncStatus: next() < 0.002 ? "conflict" : "synced",
    planCost: "0.00",
    forecastCost: "0.00",
    actualCost: isActualized && purchase ? money(24) : "0.00",
    variance: "0.00",
    draft: null,
    warnings: [],
  };
  const planned = { ...record, forecastStart: planStart, forecastEnd: planEnd };
  const planMoney = { monthlyRate: record.planMonthlyRate, purchasePrice: record.planPurchasePrice };
  const planCost = withFields(planned, planMoney, "2026-11-23").forecastCost;
  return withFields({ ...record, planCost }, {}, "2026-11-23");
}

export const ORGANIZATIONS = [
  { id: "RIO", name: "Rio Grande LNG", currency: "USD", records: 8973 },
  { id: "PORTARTHUR", name: "Port Arthur LNG", currency: "USD", records: 7450 },
  { id: "HOLNG", name: "Holly LNG", currency: "USD", records: 3857 },
  { id: "ALL", name: "All of it in one", currency: "USD", records: 20280 },
  { id: "NEW", name: "Not read yet", currency: "USD", records: 0 },
];

const ALL: Permission[] = [
  "Read",
  "EditForecast",
  "EditActuals",
  "RefreshData",
  "Export",
  "ViewFinancials",
  "SaveDraft",
  "Sync",
];

export function organizationsOf(username: string): Organization[] {
  const viewer = username === "viewer";
  const permissions: Permission[] = viewer ? ["Read"] : ALL;
  const role = viewer ? "viewer" : "planner";
  return ORGANIZATIONS.map(({ id, name, currency }) => ({ id, name, currency, role, permissions }));
}

export function generate(): Map<string, PfaRecord[]> {
  return new Map(
    ORGANIZATIONS.map(({ id, records }, seed) => {
      const next = numbers(seed + 1);
      return [id, Array.from({ length: records }, (_, index) => recordOf(id, index, next))];
    }),
  );
}
