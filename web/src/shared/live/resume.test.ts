import { describe, expect, it } from "vitest";
import type { LiveEvent } from "@/shared/api/types";
import { backoffMillis, receive, subscribed } from "./resume";

const event = (sequence: number): LiveEvent => ({
  type: "SYNC_SUCCESS",
  organizationId: "RIO",
  sequence,
  timestamp: "2026-11-23T00:00:00Z",
  data: {},
});

describe("following events", () => {
  it("delivers the next one, ignores a repeat and sees a gap", () => {
    expect(receive(4, event(5))).toEqual({ kind: "deliver", position: 5 });
    expect(receive(5, event(5))).toEqual({ kind: "repeat" });
    expect(receive(5, event(8))).toEqual({ kind: "gap", after: 5 });
  });

  it("starts at the server's position the first time and resumes later", () => {
    expect(subscribed(null, 41)).toEqual({ kind: "fresh", position: 41 });
    expect(subscribed(40, 41)).toEqual({ kind: "resumed" });
  });

  it("notices a server that has started to count anew", () => {
    expect(subscribed(40, 3)).toEqual({ kind: "restarted", position: 3 });
  });

  it("waits longer after every failure, up to fifteen seconds", () => {
    const waits = [0, 1, 2, 10, 50].map((attempt) => backoffMillis(attempt, 0));
    expect(waits).toEqual([500, 1000, 2000, 15_000, 15_000]);
    expect(backoffMillis(2, 1)).toBe(1000);
  });
});
