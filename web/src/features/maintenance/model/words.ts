import type { Maintenance } from "../api/maintenance";

const moments = new Intl.DateTimeFormat(undefined, {
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
});

const at = (moment: string) => moments.format(Date.parse(moment));

/** When, in the reader's own time. */
export function whenInWords({ state, startsAt, endsAt }: Maintenance): string {
  if (state === "announced" && startsAt) {
    return endsAt ? `From ${at(startsAt)} to ${at(endsAt)}.` : `From ${at(startsAt)}.`;
  }
  return endsAt ? `Expected to end ${at(endsAt)}.` : "";
}
