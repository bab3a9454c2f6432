import { describe, expect, it } from "vitest";
import { centsText, divideHalfUp, subtractMoney, sumMoney, toCents } from "./decimal";

describe("exact decimals", () => {
  it("rounds half away from zero, on both sides of it", () => {
    expect([25n, -25n, 24n, -26n].map((value) => divideHalfUp(value, 10n))).toEqual([3n, -3n, 2n, -3n]);
    expect(toCents("1.005")).toBe(101n);
    expect(toCents("-1.005")).toBe(-101n);
  });

  it("keeps eighteen digits, where a number would not", () => {
    expect(sumMoney(["9007199254740993.01", "0.02"])).toBe("9007199254740993.03");
  });

  it("writes small and negative amounts with two places", () => {
    expect([5n, -5n, 0n, 100n, -123456n].map(centsText)).toEqual([
      "0.05",
      "-0.05",
      "0.00",
      "1.00",
      "-1234.56",
    ]);
  });

  it("has no sum where one amount is masked", () => {
    expect(sumMoney(["1.00", null])).toBeNull();
    expect(subtractMoney("10.00", "x")).toBeNull();
  });
});
