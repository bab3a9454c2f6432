import type { LiveEvent, PfaRecord, SyncState } from "@/shared/api/types";

const STATE_OF: Partial<Record<LiveEvent["type"], SyncState>> = {
  SYNC_QUEUED: "queued",
  SYNC_STARTED: "syncing",
  SYNC_SUCCESS: "synced",
  SYNC_CONFLICT: "conflict",
  SYNC_FAILED: "failed",
};

/** What a burst of events means for the records on the page. */
export interface LiveChanges {
  states: Map<string, SyncState>;
  /** Records whose values must be read again from the server. */
  stale: Set<string>;
  /** A read from PEMS changed many records: read all of them again. */
  reload: boolean;
  totals: boolean;
}

function note(changes: LiveChanges, event: LiveEvent): void {
  if (event.type === "RECORD_CHANGED" && event.pfaId === undefined) changes.reload = true;
  if (event.pfaId === undefined) return;
  const state = STATE_OF[event.type];
  if (state) changes.states.set(event.pfaId, state);
  const settled = state === "synced" || state === "conflict" || state === "failed";
  if (settled || event.type === "RECORD_CHANGED") {
    changes.stale.add(event.pfaId);
    changes.totals = true;
  }
}

export function summarize(events: readonly LiveEvent[]): LiveChanges {
  const changes: LiveChanges = {
    states: new Map(),
    stale: new Set(),
    reload: false,
    totals: false,
  };
  for (const event of events) note(changes, event);
  return changes;
}

/**
 * A draft of mine stays a draft to me, whatever happens to other edits of the record. The version is left alone:
 * it comes with the values it belongs to, or a later edit would claim a base that its author never saw.
 */
export function applyLive(record: PfaRecord, changes: LiveChanges): PfaRecord {
  const state = changes.states.get(record.pfaId);
  if (state === undefined || record.draft !== null) return record;
  return { ...record, syncStatus: state };
}
