import { describe, expect, it } from "vitest";
import { onSite, rental } from "@/test/records";
import { rentalCost, withFields } from "./cost";

const TODAY = "2026-02-01";

describe("the cost of a record", () => {
  it("is days / 30.44 × rate, rounded half-up to the cent", () => {
    expect(rentalCost("2026-01-01", "2026-03-31", "3044.00")).toBe("8900.00");
    expect(rentalCost("2026-01-01", "2026-01-02", "1000")).toBe("32.85");
    expect(rentalCost("2026-01-01", "2026-01-01", "1000")).toBe("0.00");
  });

  it("follows an edit of end and rate, and the variance with it", () => {
    const edited = withFields(rental("A"), { forecastEnd: "2026-04-10", monthlyRate: "6088" }, TODAY);
    expect(edited.forecastCost).toBe("19800.00");
    expect(edited.variance).toBe("10900.00");
  });

  it("compares what is on site, and not the forecast, with the plan", () => {
    const record = withFields(onSite("A", "2026-03-26"), { forecastEnd: "2027-01-01" }, TODAY);
    expect(record.actualCost).toBe("8000.00");
    expect(record.variance).toBe("-900.00");
  });

  it("counts up to today while the end is open, and nothing before the start", () => {
    expect(withFields(onSite("A", null), {}, TODAY).actualCost).toBe("2700.00");
    expect(withFields(onSite("A", null), {}, "2025-12-31").actualCost).toBe("0.00");
  });

  it("is the price of a purchase", () => {
    const bought = rental("A", { source: "Purchase", monthlyRate: null, purchasePrice: "100" });
    expect(withFields(bought, { purchasePrice: "2500.005" }, TODAY).forecastCost).toBe("2500.01");
  });

  it("stays masked where it was masked", () => {
    const masked = rental("A", { planCost: null, forecastCost: null, actualCost: null, variance: null });
    expect(withFields(masked, { forecastEnd: "2026-12-31" }, TODAY).forecastCost).toBeNull();
  });
});
