import { describe, expect, it } from "vitest";
import { formatAmount, formatDifference, formatMoney, formatRate, plural } from "./format";

describe("formatting", () => {
  it("shows every digit of an amount too long for a number", () => {
    expect(formatAmount("9007199254740993.01")).toBe("9,007,199,254,740,993.01");
  });

  it("gives differences a sign, and zero none", () => {
    expect(formatDifference("4210", "USD")).toBe("+$4,210.00");
    expect(formatDifference("-4210.5", "USD")).toBe("−$4,210.50");
    expect(formatDifference("0.00", "USD")).toBe("$0.00");
  });

  it("keeps the places a rate has beyond the cents", () => {
    expect(formatRate("1234.5")).toBe("1,234.50");
    expect(formatRate("0.123456")).toBe("0.123456");
  });

  it("uses the organization's currency", () => {
    expect(formatMoney("12.3", "EUR")).toBe("€12.30");
  });

  it("counts one draft and two drafts", () => {
    expect([plural(1, "draft"), plural(2, "draft"), plural(1200, "draft")]).toEqual([
      "1 draft",
      "2 drafts",
      "1,200 drafts",
    ]);
  });
});
