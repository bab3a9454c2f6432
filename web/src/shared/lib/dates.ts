import { getLocalTimeZone, parseDate, today } from "@internationalized/date";

/** Plan dates are calendar days without a zone: ISO text in, ISO text out. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return parseDate(text).toString() === text;
  } catch {
    return false;
  }
}

export function daysBetween(start: string, end: string): number {
  return parseDate(end).compare(parseDate(start));
}

export function addDays(date: string, days: number): string {
  return parseDate(date).add({ days }).toString();
}

export function todayIso(): string {
  return today(getLocalTimeZone()).toString();
}

/**
 * Reads what a planner types: `2026-03-09`, `2026-3-9`, `20260309`, or `+14` and `-7` counted from the date
 * that stood in the cell. Null when it is none of these.
 */
export function readTypedDate(typed: string, from: string | null): string | null {
  const text = typed.trim();
  if (/^[+-]\d{1,4}$/.test(text)) return from ? addDays(from, Number.parseInt(text, 10)) : null;
  const match = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})$/.exec(text);
  if (!match) return null;
  const [, year = "", month = "", day = ""] = match;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(iso) ? iso : null;
}
