import { expect, type Page } from "@playwright/test";
import { readRun } from "./run.ts";

export interface ApiRecord {
  pfaId: string;
  version: number;
  forecastStart: string;
  forecastEnd: string;
  monthlyRate: string;
  dor: string;
  forecastCost: string;
  syncStatus: string;
}

interface Listing {
  records: ApiRecord[];
  totals: { count: number; forecast: string };
}

/** Asks the server as the page's own user does. */
export async function list(page: Page, query: Record<string, string | number>, filters: string[] = []): Promise<Listing> {
  const params = new URLSearchParams({ organizationId: "RIO", ...query } as Record<string, string>);
  for (const filter of filters) params.append("filter", filter);
  const answer = await page.request.get(`/api/pfa-data?${params}`);
  expect(answer.ok()).toBe(true);
  return (await answer.json()) as Listing;
}

/** The one at this place among the plain rentals; each test takes a place of its own. */
export async function plainRental(page: Page, place: number): Promise<ApiRecord> {
  const found = (await plainRentals(page, place + 1))[place];
  if (!found) throw new Error(`RIO has no ${place + 1} plain rentals`);
  return found;
}

/** Rentals that are forecast, not on site, and that nobody is editing. */
export async function plainRentals(page: Page, count: number): Promise<ApiRecord[]> {
  const filters = [
    "source:eq:Rental",
    "isActualized:eq:false",
    "forecastStart:notEmpty",
    "forecastEnd:notEmpty",
    "monthlyRate:gt:0",
    "syncStatus:eq:synced",
  ];
  const { records } = await list(page, { limit: 2 * count, totals: "false" }, filters);
  return records.filter((record) => record.forecastStart < record.forecastEnd).slice(0, count);
}

/** What PEMS itself holds, by the simulator's own record: the independent witness. */
export async function inPems(page: Page, pfaId: string, organization = "RIO"): Promise<Record<string, unknown>> {
  const { controlUrl } = readRun().simulator;
  const answer = await page.request.get(`${controlUrl}/records/${organization}/${encodeURIComponent(pfaId)}`);
  expect(answer.ok()).toBe(true);
  return (await answer.json()) as Record<string, unknown>;
}
