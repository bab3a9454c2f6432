import { type ColumnGroup, FROZEN, type GridColumn } from "./columns";

export interface ColumnPlace {
  left: number;
  width: number;
  frozen: boolean;
}

export interface GroupSpan {
  group: ColumnGroup;
  columns: number;
}

export interface ColumnLayout {
  columns: GridColumn[];
  places: ColumnPlace[];
  groups: GroupSpan[];
  /** For `grid-template-columns`: every row lays its cells on the same tracks. */
  template: string;
  width: number;
  frozenWidth: number;
}

function groupsOf(columns: GridColumn[]): GroupSpan[] {
  const groups: GroupSpan[] = [];
  columns.forEach(({ group }) => {
    const last = groups.at(-1);
    if (last?.group === group) last.columns++;
    else groups.push({ group, columns: 1 });
  });
  return groups;
}

export function layOut(columns: GridColumn[]): ColumnLayout {
  let left = 0;
  const places = columns.map((column) => {
    const place = { left, width: column.width, frozen: FROZEN.includes(column.id) };
    left += column.width;
    return place;
  });
  const frozenWidth = places.reduce((sum, place) => sum + (place.frozen ? place.width : 0), 0);
  const template = columns.map((column) => `${column.width}px`).join(" ");
  return { columns, places, groups: groupsOf(columns), template, width: left, frozenWidth };
}
