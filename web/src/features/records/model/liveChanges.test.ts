import { describe, expect, it } from "vitest";
import type { LiveEvent, LiveEventType } from "@/shared/api/types";
import { rental } from "@/test/records";
import { beginCommit, follow, NO_COMMITS, summarizeCommits } from "./commitProgress";
import { applyLive, summarize } from "./liveChanges";

const event = (type: LiveEventType, pfaId?: string): LiveEvent => ({
  type,
  organizationId: "RIO",
  sequence: 1,
  timestamp: "2026-11-23T00:00:00Z",
  data: {},
  ...(pfaId ? { pfaId } : {}),
});

describe("live events", () => {
  it("leave the last state of a burst on each record and have the settled ones read again", () => {
    const changes = summarize([
      event("SYNC_QUEUED", "A"),
      event("SYNC_STARTED", "A"),
      event("SYNC_SUCCESS", "A"),
      event("SYNC_STARTED", "B"),
    ]);
    expect(applyLive(rental("A"), changes).syncStatus).toBe("synced");
    expect(applyLive(rental("B"), changes).syncStatus).toBe("syncing");
    expect([...changes.stale]).toEqual(["A"]);
  });

  it("never hide a draft of mine, nor move its version without its values", () => {
    const mine = rental("A", {
      syncStatus: "draft",
      draft: { modificationId: "m", baseVersion: 7, fields: ["dor"] },
    });
    expect(applyLive(mine, summarize([event("SYNC_SUCCESS", "A")]))).toEqual(mine);
  });

  it("call for everything after a read of many records", () => {
    expect(summarize([event("RECORD_CHANGED")]).reload).toBe(true);
    expect(summarize([event("RECORD_CHANGED", "A")]).reload).toBe(false);
  });
});

describe("following a commit", () => {
  it("counts each record once on its way", () => {
    const sent = beginCommit(NO_COMMITS, ["A", "B", "C"]);
    const later = follow(
      sent,
      new Map([
        ["A", "synced"],
        ["B", "syncing"],
        ["X", "failed"],
      ]),
    );
    expect(summarizeCommits(later)).toEqual({ total: 3, open: 2, synced: 1, syncing: 1, needYou: 0 });
  });

  it("joins a commit under way and replaces a finished one", () => {
    const finished = follow(beginCommit(NO_COMMITS, ["A"]), new Map([["A", "synced"]]));
    expect(summarizeCommits(beginCommit(finished, ["B"])).total).toBe(1);
    expect(summarizeCommits(beginCommit(beginCommit(NO_COMMITS, ["A"]), ["B"])).total).toBe(2);
  });
});
