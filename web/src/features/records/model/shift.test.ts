import { describe, expect, it } from "vitest";
import { onSite, rental } from "@/test/records";
import { previewShift } from "./shift";

const ask = (days: number, editActuals = true) => ({ days, editActuals, today: "2026-02-01" });

describe("shifting by days", () => {
  it("moves both dates of a forecast record", () => {
    const [line] = previewShift([rental("A")], ask(14));
    expect(line).toMatchObject({
      kind: "moves",
      fields: { forecastStart: "2026-01-15", forecastEnd: "2026-04-14" },
    });
  });

  it("moves back over the turn of a year", () => {
    const [line] = previewShift([rental("A")], ask(-3));
    expect(line).toMatchObject({ fields: { forecastStart: "2025-12-29", forecastEnd: "2026-03-28" } });
  });

  it("only extends the actual end of a record on site", () => {
    const [line] = previewShift([onSite("A", "2026-03-31")], ask(14));
    expect(line).toMatchObject({ kind: "extends", fields: { actualEnd: "2026-04-14" } });
    expect(line?.kind === "extends" && Object.keys(line.fields)).toEqual(["actualEnd"]);
  });

  it("refuses to shorten a record on site, and says so", () => {
    const [line] = previewShift([onSite("A", "2026-03-31")], ask(-1));
    expect(line).toMatchObject({ kind: "refused", reason: expect.stringContaining("shorten") });
  });

  it("has nothing to extend while the end is open", () => {
    expect(previewShift([onSite("A", null)], ask(14))[0]?.kind).toBe("refused");
  });

  it("leaves actuals to those who may change them", () => {
    expect(previewShift([onSite("A", "2026-03-31")], ask(14, false))[0]?.kind).toBe("refused");
  });

  it("refuses a record without forecast dates and moves the one it has", () => {
    const none = rental("A", { forecastStart: null, forecastEnd: null });
    const half = rental("B", { forecastStart: null });
    const [first, second] = previewShift([none, half], ask(1));
    expect(first?.kind).toBe("refused");
    expect(second).toMatchObject({ kind: "moves", fields: { forecastEnd: "2026-04-01" } });
  });

  it("does nothing by zero days", () => {
    expect(previewShift([rental("A")], ask(0))).toEqual([]);
  });
});
