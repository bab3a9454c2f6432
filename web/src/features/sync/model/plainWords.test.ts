import { describe, expect, it } from "vitest";
import type { ReadSync, SyncStatus } from "@/shared/api/types";
import { readInWords, readOutcome, statusInWords } from "./plainWords";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const status = (changes: Partial<SyncStatus>): SyncStatus => ({
  queueSize: 0,
  processing: 0,
  completed: 0,
  failed: 0,
  conflicts: 0,
  avgLatencySeconds: 0,
  p95LatencySeconds: 0,
  p99LatencySeconds: 0,
  lastSync: { completedAt: "2026-11-23T11:58:00Z" },
  nextSyncAt: null,
  health: "healthy",
  ...changes,
});
const read: ReadSync = {
  syncId: "1",
  organizationId: "RIO",
  syncType: "full",
  status: "running",
  phase: "reading",
  expectedRows: 8973,
  rowsRead: 6000,
  inserted: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
  rowsPerSecond: 12000,
  error: null,
};

describe("status in plain words", () => {
  it("says what waits and what needs a person", () => {
    const words = statusInWords(status({ queueSize: 14, failed: 1, conflicts: 2 }), NOW);
    expect(words).toBe("PEMS read 2 min ago · 14 waiting · 3 need you");
  });

  it("is calm at zero, and honest before the first read and while paused", () => {
    expect(statusInWords(status({}), NOW)).toBe("PEMS read 2 min ago · all written");
    expect(statusInWords(status({ lastSync: { completedAt: null } }), NOW)).toBe("Not read from PEMS yet");
    expect(statusInWords(status({ health: "paused" }), NOW)).toContain("paused");
  });

  it("follows a read and tells how it ended", () => {
    expect(readInWords(read)).toBe("Reading 6,000 of 8,973");
    expect(readOutcome({ ...read, status: "completed", changed: 12 })).toBe("Read from PEMS: 12 changed.");
    const failed = { ...read, status: "failed" as const, error: { code: "x", detail: "A page came short" } };
    expect(readOutcome(failed)).toContain("A page came short. Nothing was changed.");
  });
});
