import { describe, expect, it } from "vitest";
import { type GridFocus, type GridShape, HEADER_ROW, moveFocus, moveForKey } from "./navigation";

const SHAPE: GridShape = { rows: 100, columns: 10, page: 20 };
const at = (row: number, column: number): GridFocus => ({ cell: { row, column }, editing: null });

function press(focus: GridFocus, key: string, held: Partial<Record<"ctrl" | "shift" | "alt", boolean>> = {}) {
  const move = moveForKey({ key, ctrl: false, shift: false, alt: false, ...held });
  return move ? moveFocus(focus, move, SHAPE) : focus;
}

describe("moving through the grid", () => {
  it("steps with the arrows and stops at the edges", () => {
    expect(press(at(5, 5), "ArrowRight").cell).toEqual({ row: 5, column: 6 });
    expect(press(at(99, 9), "ArrowDown").cell).toEqual({ row: 99, column: 9 });
    expect(press(at(99, 9), "ArrowRight").cell).toEqual({ row: 99, column: 9 });
  });

  it("enters the header from the first record only, and leaves it downwards", () => {
    expect(press(at(0, 3), "ArrowUp").cell.row).toBe(HEADER_ROW);
    expect(press(at(HEADER_ROW, 3), "ArrowDown").cell.row).toBe(0);
    expect(press(at(50, 3), "ArrowUp", { ctrl: true }).cell.row).toBe(0);
    expect(press(at(HEADER_ROW, 3), "ArrowRight").cell).toEqual({ row: HEADER_ROW, column: 4 });
  });

  it("pages, and jumps to the ends", () => {
    expect(press(at(50, 3), "PageDown").cell.row).toBe(69);
    expect(press(at(5, 3), "PageUp").cell.row).toBe(0);
    expect(press(at(50, 3), "End").cell).toEqual({ row: 50, column: 9 });
    expect(press(at(50, 3), "Home", { ctrl: true }).cell).toEqual({ row: 0, column: 0 });
    expect(press(at(50, 3), "ArrowDown", { ctrl: true }).cell.row).toBe(99);
  });

  it("opens the editor by Enter, F2, Delete or the first letter typed", () => {
    expect(press(at(1, 1), "Enter").editing).toEqual({ seed: null });
    expect(press(at(1, 1), "F2").editing).toEqual({ seed: null });
    expect(press(at(1, 1), "Delete").editing).toEqual({ seed: "" });
    expect(press(at(1, 1), "7").editing).toEqual({ seed: "7" });
  });

  it("leaves shortcuts, Tab and the header alone", () => {
    expect(press(at(1, 1), "z", { ctrl: true }).editing).toBeNull();
    expect(press(at(1, 1), "Tab")).toEqual(at(1, 1));
    expect(press(at(HEADER_ROW, 1), "F2").editing).toBeNull();
  });

  it("stays in the header when there is no record", () => {
    const empty = { ...SHAPE, rows: 0 };
    expect(moveFocus(at(0, 0), { type: "step", rows: 1, columns: 0 }, empty).cell.row).toBe(HEADER_ROW);
  });
});
