import { z } from "zod";
import type { EditableField, PfaRecord } from "@/shared/api/types";
import { readTypedDate } from "@/shared/lib/dates";
import { parseDecimal } from "@/shared/lib/decimal";

// The strict CSP has no unsafe-eval: keep zod from probing for it.
z.config({ jitless: true });

export type TypedResult = { ok: true; value: string | null } | { ok: false; message: string };

const amount = (missing: string) =>
  z
    .string()
    .transform((text) => text.replace(/[\s,_$]/g, ""))
    .pipe(
      z
        .string()
        .min(1, missing)
        .refine((text) => !text.startsWith("-"), "Cannot be below zero.")
        .regex(/^\+?\d+(\.\d+)?$/, "Type a number such as 12500 or 12500.50.")
        .regex(/^\+?\d{1,15}(\.\d{1,6})?$/, "Too long: at most 15 digits before the point and 6 after it."),
    );

const dor = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .pipe(z.enum(["BEO", "PROJECT"], "Choose BEO or PROJECT."));

const description = z.string().max(2000, "At most 2,000 characters.");

function date(typed: string, record: PfaRecord, field: "forecastStart" | "forecastEnd") {
  return z
    .string()
    .transform((text) => readTypedDate(text, record[field]))
    .pipe(z.string("Type a date such as 2026-03-31, or +14 to move it by days."))
    .superRefine((iso, context) => {
      const end = field === "forecastEnd" ? iso : record.forecastEnd;
      const start = field === "forecastStart" ? iso : record.forecastStart;
      if (start !== null && end !== null && end < start) {
        const message =
          field === "forecastEnd"
            ? `Ends before it starts (${start}).`
            : `Starts after it ends (${end}). Move the end first.`;
        context.addIssue({ code: "custom", message });
      }
    })
    .safeParse(typed);
}

function check(record: PfaRecord, field: EditableField, typed: string) {
  switch (field) {
    case "forecastStart":
    case "forecastEnd":
      return date(typed, record, field);
    case "monthlyRate":
      return amount("A rental needs a monthly rate.").safeParse(typed);
    case "purchasePrice":
      return amount("A purchase needs a price.").safeParse(typed);
    case "dor":
      return dor.safeParse(typed);
    default:
      return description.safeParse(typed);
  }
}

/** Reads what was typed into a cell by the rules the server will apply; the server stays the judge. */
export function readTyped(record: PfaRecord, field: EditableField, typed: string): TypedResult {
  const clears = typed.trim() === "" && (field === "forecastStart" || field === "forecastEnd");
  if (clears) return { ok: true, value: null };
  const result = check(record, field, typed);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, message: result.error.issues[0]?.message ?? "Not a valid value." };
}

/** "12500" typed over "12500.00" changes nothing. */
export function sameValue(before: string | null, after: string | null): boolean {
  if (before === after) return true;
  if (before === null || after === null) return (before ?? "") === (after ?? "");
  const a = parseDecimal(before);
  const b = parseDecimal(after);
  if (!a || !b) return false;
  return a.unscaled * 10n ** BigInt(b.scale) === b.unscaled * 10n ** BigInt(a.scale);
}
