import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect } from "react";
import type { ColumnLayout } from "../model/layout";
import type { Cell } from "../model/navigation";

export const ROW_HEIGHT = 34;
export const HEADER_HEIGHT = 58;
export const OVERSCAN = 6;

/** Only the rows in sight exist, and the active one wherever it is, so that the keyboard never loses its place. */
export function useGridScroll(scroller: RefObject<HTMLDivElement | null>, count: number, active: Cell) {
  const activeRow = active.row >= 0 && active.row < count ? active.row : null;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (activeRow === null || indexes.includes(activeRow)) return indexes;
      return [...indexes, activeRow].sort((a, b) => a - b);
    },
    [activeRow],
  );
  return useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollPaddingEnd: HEADER_HEIGHT,
    rangeExtractor,
  });
}

/** Brings the active cell into sight sideways, clear of the frozen columns. */
export function useColumnInSight(
  scroller: RefObject<HTMLDivElement | null>,
  layout: ColumnLayout,
  column: number,
): void {
  useEffect(() => {
    const element = scroller.current;
    const place = layout.places[column];
    if (!element || !place || place.frozen) return;
    const left = place.left - layout.frozenWidth;
    const right = place.left + place.width - element.clientWidth;
    if (element.scrollLeft > left) element.scrollLeft = left;
    else if (element.scrollLeft < right) element.scrollLeft = right;
  }, [scroller, layout, column]);
}
