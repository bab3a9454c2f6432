import type { VirtualItem, Virtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { GridFocus } from "../model/navigation";
import { OVERSCAN } from "./useGridScroll";

export interface RowPlace {
  slot: string | number;
  index: number;
  start: number;
}

/**
 * Rows are drawn again in the place of rows that have left, and while scrolling even keep their order in the
 * document, since moving an element costs as much as a new one; once the scrolling rests they stand in reading
 * order. The active row has a place of its own while it is edited or out of sight, so that no other row takes its
 * editor over.
 */
export function useRowSlots(virtualizer: Virtualizer<HTMLDivElement, Element>, focus: GridFocus): RowPlace[] {
  const items = virtualizer.getVirtualItems();
  const pool = useRef(1);
  // It only grows: with a pool that followed every change, a row more would move all the others.
  pool.current = Math.max(pool.current, items.length);
  const sight = virtualizer.range;
  const slotOf = ({ index }: VirtualItem) => {
    const away = sight !== null && (index < sight.startIndex - OVERSCAN || index > sight.endIndex + OVERSCAN);
    return index === focus.cell.row && (focus.editing || away) ? "active" : index % pool.current;
  };
  const places = items.map((item) => ({ slot: slotOf(item), index: item.index, start: item.start }));
  if (!virtualizer.isScrolling) return places;
  const rank = ({ slot }: RowPlace) => (typeof slot === "number" ? slot : -1);
  return places.sort((a, b) => rank(a) - rank(b));
}
