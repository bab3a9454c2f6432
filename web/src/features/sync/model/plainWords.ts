import type { ReadSync, SyncStatus } from "@/shared/api/types";
import { formatCount } from "@/shared/lib/format";
import { ago } from "@/shared/lib/relativeTime";

/** "PEMS read 2 min ago · 14 waiting · 3 need you". Zero is calm: what is not there is not said. */
export function statusInWords(status: SyncStatus, now: number): string {
  const read = status.lastSync?.completedAt;
  const parts = [read ? `PEMS read ${ago(read, now)}` : "Not read from PEMS yet"];
  const needYou = status.conflicts + status.failed;
  if (status.queueSize > 0) parts.push(`${formatCount(status.queueSize)} waiting`);
  if (needYou > 0) parts.push(`${formatCount(needYou)} ${needYou === 1 ? "needs" : "need"} you`);
  if (status.queueSize === 0 && needYou === 0 && read) parts.push("all written");
  if (status.health === "paused") parts.push("writing to PEMS is paused");
  return parts.join(" · ");
}

export function readInWords(read: ReadSync): string {
  if (read.phase === "merging") return "Comparing with what was here…";
  if (read.phase === "counting" || read.rowsRead === 0) return "Asking PEMS…";
  const of = read.expectedRows === null ? "" : ` of ${formatCount(read.expectedRows)}`;
  return `Reading ${formatCount(read.rowsRead)}${of}`;
}

export function readOutcome(read: ReadSync): string {
  if (read.status === "failed") {
    return `Reading from PEMS failed: ${read.error?.detail ?? "no reason given"}. Nothing was changed.`;
  }
  const changes = [
    [read.inserted, "new"],
    [read.changed, "changed"],
    [read.removed, "removed"],
  ] as const;
  const said = changes.filter(([count]) => count > 0).map(([count, word]) => `${formatCount(count)} ${word}`);
  return `Read from PEMS: ${said.length > 0 ? said.join(", ") : "nothing has changed"}.`;
}
