// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeSockets } from "@/test/fakeSockets";
import { LiveSocket } from "./liveSocket";

let sockets: FakeSockets;
const seen: number[] = [];
const statuses: string[] = [];
const onReload = vi.fn();

function follow(): LiveSocket {
  return new LiveSocket("RIO", {
    onEvent: (event) => seen.push(event.sequence),
    onStatus: (status) => statuses.push(status),
    onReload,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  sockets = new FakeSockets();
  seen.length = 0;
  statuses.length = 0;
  onReload.mockReset();
});
afterEach(() => vi.useRealTimers());

describe("the live connection", () => {
  it("comes back after a drop and resumes at the last event it saw", () => {
    follow();
    sockets.latest.subscribed(10);
    sockets.latest.event(11, "SYNC_QUEUED", "A");
    sockets.latest.close();
    expect(statuses.at(-1)).toBe("retrying");
    vi.advanceTimersByTime(1000);
    sockets.latest.subscribed(12);
    expect(sockets.opened).toHaveLength(2);
    expect(sockets.latest.sent).toEqual([{ type: "subscribe", organizationId: "RIO", afterSequence: 11 }]);
    sockets.latest.event(12, "SYNC_SUCCESS", "A");
    expect(seen).toEqual([11, 12]);
  });

  it("asks again for what was missed and passes nothing on twice", () => {
    follow();
    sockets.latest.subscribed(10);
    sockets.latest.event(13, "SYNC_SUCCESS", "A");
    expect(sockets.latest.sent.at(-1)?.afterSequence).toBe(10);
    for (const sequence of [11, 12, 13, 13]) sockets.latest.event(sequence, "SYNC_SUCCESS", "A");
    expect(seen).toEqual([11, 12, 13]);
  });

  it("has the page read again when the server has forgotten what lies between", () => {
    follow();
    sockets.latest.subscribed(10);
    sockets.latest.tell({ type: "RESYNC", organizationId: "RIO", sequence: 900 });
    expect(onReload).toHaveBeenCalledOnce();
    sockets.latest.event(901, "SYNC_SUCCESS", "A");
    expect(seen).toEqual([901]);
  });

  it("stays closed once the page leaves the organization", () => {
    follow().close();
    vi.advanceTimersByTime(60_000);
    expect(sockets.opened).toHaveLength(1);
  });
});
