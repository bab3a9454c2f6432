import type { SyncState } from "@/shared/api/types";

/** The records of the commits that are on their way to PEMS, and where each one is. */
export type CommitProgress = ReadonlyMap<string, SyncState>;

export const NO_COMMITS: CommitProgress = new Map();

const isOpen = (state: SyncState) => state === "queued" || state === "syncing";

/** A commit joins those still under way; finished ones make room. */
export function beginCommit(progress: CommitProgress, ids: Iterable<string>): CommitProgress {
  const next = new Map(summarizeCommits(progress).open > 0 ? progress : NO_COMMITS);
  for (const id of ids) next.set(id, "queued");
  return next;
}

export function withdraw(progress: CommitProgress, ids: Iterable<string>): CommitProgress {
  const next = new Map(progress);
  for (const id of ids) next.delete(id);
  return next;
}

export function follow(progress: CommitProgress, states: ReadonlyMap<string, SyncState>): CommitProgress {
  const news = [...states].filter(([id]) => progress.has(id));
  return news.length === 0 ? progress : new Map([...progress, ...news]);
}

export interface CommitCounts {
  total: number;
  open: number;
  synced: number;
  syncing: number;
  needYou: number;
}

export function summarizeCommits(progress: CommitProgress): CommitCounts {
  const counts = { total: progress.size, open: 0, synced: 0, syncing: 0, needYou: 0 };
  for (const state of progress.values()) {
    if (isOpen(state)) counts.open++;
    if (state === "synced") counts.synced++;
    if (state === "syncing") counts.syncing++;
    if (state === "conflict" || state === "failed") counts.needYou++;
  }
  return counts;
}
