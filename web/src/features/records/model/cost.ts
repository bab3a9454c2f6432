import type { Fields, PfaRecord } from "@/shared/api/types";
import { daysBetween } from "@/shared/lib/dates";
import { centsText, divideHalfUp, parseDecimal, subtractMoney, toCents } from "@/shared/lib/decimal";

/**
 * Rental cost = days / 30.44 × monthly rate, rounded half-up to the cent. The server computes the same; here it
 * serves the echo of an edit before the answer arrives.
 */
export function rentalCost(start: string, end: string, monthlyRate: string): string | null {
  const rate = parseDecimal(monthlyRate);
  if (!rate) return null;
  const days = BigInt(daysBetween(start, end));
  const cents = divideHalfUp(days * rate.unscaled * 10_000n, 3044n * 10n ** BigInt(rate.scale));
  return centsText(cents);
}

function costOf(record: PfaRecord, start: string | null, end: string | null): string {
  const { source, monthlyRate, purchasePrice } = record;
  if (source === "Purchase") return centsText((purchasePrice === null ? null : toCents(purchasePrice)) ?? 0n);
  if (source !== "Rental" || start === null || end === null || monthlyRate === null) return "0.00";
  return rentalCost(start, end, monthlyRate) ?? "0.00";
}

/** A rental still on site has cost up to today. */
function actualCost(record: PfaRecord, today: string): string {
  const { isActualized, actualStart, actualEnd } = record;
  if (!isActualized) return "0.00";
  const soFar = actualStart !== null && actualStart > today ? actualStart : today;
  return costOf(record, actualStart, actualEnd ?? soFar);
}

/** The record as it will read once `fields` are applied; costs stay masked where they were masked. */
export function withFields(record: PfaRecord, fields: Fields, today: string): PfaRecord {
  const edited = { ...record, ...fields } as PfaRecord;
  if (record.forecastCost === null || record.planCost === null) return edited;
  const forecast = costOf(edited, edited.forecastStart, edited.forecastEnd);
  const actual = actualCost(edited, today);
  const outcome = edited.isActualized ? actual : forecast;
  const variance = subtractMoney(outcome, record.planCost);
  return { ...edited, forecastCost: forecast, actualCost: actual, variance };
}
