import type { Virtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";

/** Follows the active row when it moves, and leaves the planner's own scrolling alone. */
export function useRowInSight(virtualizer: Virtualizer<HTMLDivElement, Element>, row: number): void {
  const before = useRef(row);
  useEffect(() => {
    if (before.current === row) return;
    before.current = row;
    if (row >= 0) virtualizer.scrollToIndex(row, { align: "auto" });
    else virtualizer.scrollToOffset(0);
  }, [virtualizer, row]);
}
