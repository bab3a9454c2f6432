import { describe, expect, it } from "vitest";
import { readSearch, writeSearch } from "@/shared/lib/search";
import { rental } from "@/test/records";
import { columnsFor, GRID_COLUMNS } from "./columns";
import { countFacets } from "./facets";
import { extendTo, NOTHING_SELECTED, selectAll, toggle } from "./selection";
import { nextSort, serverView, toggleChosen, viewSchema } from "./view";

describe("the view in the address", () => {
  it("survives the way through the address and ignores nonsense", () => {
    const view = { org: "RIO", sort: "-forecastEnd", q: "crane & hoist", state: "draft,queued" };
    expect(viewSchema.parse(readSearch(writeSearch(view)))).toEqual(view);
    expect(viewSchema.parse({ sort: "; drop", discontinued: "maybe" })).toEqual({});
  });

  it("sorts by no column that the planner cannot see", () => {
    const sorted = (seesMoney: boolean) =>
      serverView("RIO", { sort: "-planCost" }, columnsFor(seesMoney)).sort;
    expect([sorted(true), sorted(false)]).toEqual(["-planCost", "pfaId"]);
    expect(serverView("RIO", { sort: "nothing" }, GRID_COLUMNS).sort).toBe("pfaId");
  });

  it("turns a header from ascending to descending to the default", () => {
    expect([nextSort("pfaId", "dor"), nextSort("dor", "dor"), nextSort("-dor", "dor")]).toEqual([
      "dor",
      "-dor",
      undefined,
    ]);
  });

  it("counts a facet under the other choices and not under its own", () => {
    const records = [rental("A"), rental("B", { dor: "PROJECT" }), rental("C", { source: "Purchase" })];
    const counts = countFacets(records, toggleChosen({}, "source", "Rental"));
    expect(Object.fromEntries(counts.source)).toEqual({ Rental: 2, Purchase: 1 });
    expect(Object.fromEntries(counts.dor)).toEqual({ BEO: 1, PROJECT: 1 });
  });
});

describe("selecting rows", () => {
  const shown = ["A", "B", "C", "D"];

  it("takes a range from the last row ticked, in either direction", () => {
    const range = extendTo(toggle(NOTHING_SELECTED, "C"), "A", shown);
    expect([...range.ids].sort()).toEqual(["A", "B", "C"]);
  });

  it("takes all shown, and lets one go", () => {
    expect([...toggle(selectAll(shown), "B").ids]).toEqual(["A", "C", "D"]);
  });
});
