import { describe, expect, it } from "vitest";
import type { EditableField } from "@/shared/api/types";
import { rental } from "@/test/records";
import { readTyped, sameValue } from "./typedValue";

const read = (field: EditableField, typed: string) => readTyped(rental("A"), field, typed);
const refusal = (field: EditableField, typed: string) => {
  const result = read(field, typed);
  return result.ok ? null : result.message;
};

describe("what was typed into a cell", () => {
  it("keeps a forecast from ending before it starts", () => {
    expect(refusal("forecastEnd", "2025-12-31")).toContain("before it starts");
    expect(refusal("forecastStart", "2026-04-01")).toContain("after it ends");
    expect(read("forecastEnd", "2026-01-01")).toEqual({ ok: true, value: "2026-01-01" });
  });

  it("clears a date that is deleted", () => {
    expect(read("forecastEnd", "")).toEqual({ ok: true, value: null });
  });

  it("takes a rate with thousands commas exactly as written", () => {
    expect(read("monthlyRate", "12,500.10")).toEqual({ ok: true, value: "12500.10" });
    expect(read("monthlyRate", "123456789012345.123456")).toEqual({
      ok: true,
      value: "123456789012345.123456",
    });
  });

  it("needs a rate, not below zero and not too long", () => {
    expect(refusal("monthlyRate", " ")).toContain("needs a monthly rate");
    expect(refusal("monthlyRate", "-1")).toContain("below zero");
    expect(refusal("monthlyRate", "12x")).toContain("Type a number");
    expect(refusal("monthlyRate", "1.1234567")).toContain("Too long");
  });

  it("knows the two departments of record", () => {
    expect(read("dor", "project")).toEqual({ ok: true, value: "PROJECT" });
    expect(refusal("dor", "SITE")).toContain("BEO or PROJECT");
  });

  it("sees that the same amount written otherwise is no change", () => {
    expect(sameValue("12500.00", "12500")).toBe(true);
    expect(sameValue("12500.00", "12500.01")).toBe(false);
    expect(sameValue(null, "")).toBe(true);
    expect(sameValue("2026-01-01", null)).toBe(false);
  });
});
