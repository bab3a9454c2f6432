import { describe, expect, it } from "vitest";
import type { Permission } from "@/shared/api/types";
import { rental } from "@/test/records";
import { GRID_COLUMNS } from "./columns";
import { lockReason, rightsOf } from "./editing";
import { nextEditable } from "./nextCell";

const PLANNER = rightsOf(["Read", "EditForecast", "SaveDraft", "Sync", "ViewFinancials"] as Permission[]);
const VIEWER = rightsOf(["Read"]);
const named = (id: string) => {
  const found = GRID_COLUMNS.find((column) => column.id === id);
  if (!found) throw new Error(id);
  return found;
};
const indexOf = (id: string) => GRID_COLUMNS.indexOf(named(id));

describe("what may be edited", () => {
  it("is the forecast, its rate or price, the department and the description", () => {
    const open = GRID_COLUMNS.filter(
      (column) => column.field !== null && lockReason(rental("A"), column, PLANNER) === null,
    );
    expect(open.map((column) => column.id)).toEqual([
      "description",
      "dor",
      "forecastStart",
      "forecastEnd",
      "monthlyRate",
    ]);
  });

  it("says why a locked cell is locked", () => {
    expect(lockReason(rental("A"), named("planEnd"), PLANNER)).toContain("baseline");
    expect(lockReason(rental("A"), named("purchasePrice"), PLANNER)).toContain("monthly rate");
    expect(lockReason(rental("A"), named("forecastEnd"), VIEWER)).toContain("You may read");
  });

  it("moves by Tab to the next cell that can be edited, into the next row at the end", () => {
    const rows = [rental("A"), rental("B")];
    const next = (row: number, id: string, direction: 1 | -1) =>
      nextEditable({ row, column: indexOf(id) }, direction, rows, GRID_COLUMNS, PLANNER);
    expect(next(0, "forecastEnd", 1)).toEqual({ row: 0, column: indexOf("monthlyRate") });
    expect(next(0, "monthlyRate", 1)).toEqual({ row: 1, column: indexOf("description") });
    expect(next(1, "description", -1)).toEqual({ row: 0, column: indexOf("monthlyRate") });
    expect(next(1, "monthlyRate", 1)).toBeNull();
  });
});
