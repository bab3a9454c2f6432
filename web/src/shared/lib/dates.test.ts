import { describe, expect, it } from "vitest";
import { addDays, daysBetween, isIsoDate, readTypedDate } from "./dates";

describe("plan dates", () => {
  it("reads the forms a planner types", () => {
    const typed = ["2026-03-09", "2026-3-9", "20260309", "2026/03/09", " 2026.3.09 "];
    expect(typed.map((text) => readTypedDate(text, null))).toEqual(typed.map(() => "2026-03-09"));
  });

  it("counts +14 and -7 from the date in the cell", () => {
    expect(readTypedDate("+14", "2026-02-20")).toBe("2026-03-06");
    expect(readTypedDate("-7", "2026-01-03")).toBe("2025-12-27");
    expect(readTypedDate("+14", null)).toBeNull();
  });

  it("refuses days that do not exist", () => {
    expect(readTypedDate("2026-02-29", null)).toBeNull();
    expect(readTypedDate("2024-02-29", null)).toBe("2024-02-29");
    expect(readTypedDate("next week", null)).toBeNull();
    expect(isIsoDate("2026-13-01")).toBe(false);
  });

  it("counts days over leap years and daylight saving without losing one", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
  });
});
