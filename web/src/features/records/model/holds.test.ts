import { describe, expect, it } from "vitest";
import { Holds } from "./holds";

describe("answers that a change has overtaken", () => {
  it("are believed only when asked for after the change was done", () => {
    const holds = new Holds();
    const before = holds.moment();
    expect(holds.freeSince("A", before)).toBe(true);
    holds.hold(["A"]);
    expect(holds.freeSince("A", before)).toBe(false);
    const during = holds.moment();
    holds.release(["A"]);
    expect(holds.freeSince("A", during)).toBe(false);
    expect(holds.freeSince("B", during)).toBe(true);
    expect(holds.freeSince("A", holds.moment())).toBe(true);
  });

  it("wait for the last of several changes", () => {
    const holds = new Holds();
    holds.hold(["A"]);
    holds.hold(["A"]);
    holds.release(["A"]);
    expect(holds.freeSince("A", holds.moment())).toBe(false);
    holds.release(["A"]);
    expect(holds.freeSince("A", holds.moment())).toBe(true);
  });
});
