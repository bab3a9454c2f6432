import type { Fields, PfaRecord } from "@/shared/api/types";
import { withFields } from "./cost";

/** One record's new values, as asked for by a gesture. */
export interface Edit {
  pfaId: string;
  fields: Fields;
}

function pick(record: PfaRecord, fields: Fields): Fields {
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) values[name] = record[name as keyof PfaRecord];
  return values as Fields;
}

/** The fields as they stand now: what undo brings back. */
export const valuesBefore = pick;

/** The record as it reads once the edit is saved, shown before the server has answered. */
export function echo(record: PfaRecord, fields: Fields, today: string): PfaRecord {
  const known = record.draft;
  const base = { ...pick(record, fields), ...(known?.base ?? {}) };
  return {
    ...withFields(record, fields, today),
    syncStatus: "draft",
    draft: {
      modificationId: known?.modificationId ?? "",
      baseVersion: known?.baseVersion ?? record.version,
      fields: [...new Set([...(known?.fields ?? []), ...Object.keys(fields)])],
      base,
    },
  };
}

/** The record without its draft, as far as the page knows what stood there. */
export function withoutDraft(record: PfaRecord, today: string): PfaRecord {
  const restored = withFields(record, record.draft?.base ?? {}, today);
  return { ...restored, syncStatus: "synced", draft: null };
}

/** The forecast cost that the draft replaced; null where the page cannot know. */
export function forecastBeforeDraft(record: PfaRecord, today: string): string | null {
  if (record.draft === null) return record.forecastCost;
  const { base, fields } = record.draft;
  if (base === undefined || fields.some((field) => !(field in base))) return null;
  return withFields(record, base, today).forecastCost;
}
