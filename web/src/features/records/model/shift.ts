import type { Fields, PfaRecord } from "@/shared/api/types";
import { addDays } from "@/shared/lib/dates";
import { withFields } from "./cost";

export type ShiftLine =
  | { kind: "moves"; record: PfaRecord; fields: Fields; after: PfaRecord }
  | { kind: "extends"; record: PfaRecord; fields: Fields; after: PfaRecord }
  | { kind: "refused"; record: PfaRecord; reason: string };

export interface ShiftRequest {
  days: number;
  editActuals: boolean;
  today: string;
}

function refused(record: PfaRecord, reason: string): ShiftLine {
  return { kind: "refused", record, reason };
}

/** On site and billing: the start never moves, the end may only grow. */
function shiftActualized(record: PfaRecord, { days, editActuals, today }: ShiftRequest): ShiftLine {
  if (days < 0) return refused(record, "On site: a shift would shorten it, and actuals only extend.");
  if (record.actualEnd === null) return refused(record, "On site with no end yet: nothing to extend.");
  if (!editActuals) return refused(record, "On site: you may not change actual dates.");
  const fields = { actualEnd: addDays(record.actualEnd, days) };
  return { kind: "extends", record, fields, after: withFields(record, fields, today) };
}

function shiftForecast(record: PfaRecord, { days, today }: ShiftRequest): ShiftLine {
  const { forecastStart, forecastEnd } = record;
  if (forecastStart === null && forecastEnd === null) return refused(record, "No forecast dates to move.");
  const fields: Fields = {};
  if (forecastStart !== null) fields.forecastStart = addDays(forecastStart, days);
  if (forecastEnd !== null) fields.forecastEnd = addDays(forecastEnd, days);
  return { kind: "moves", record, fields, after: withFields(record, fields, today) };
}

/** What a shift by n days would do to each record, in the order given. */
export function previewShift(records: readonly PfaRecord[], request: ShiftRequest): ShiftLine[] {
  if (request.days === 0) return [];
  return records.map((record) =>
    record.isActualized ? shiftActualized(record, request) : shiftForecast(record, request),
  );
}
