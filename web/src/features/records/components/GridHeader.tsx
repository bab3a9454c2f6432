import { memo } from "react";
import { Icon } from "@/shared/ui/Icon";
import { type ColumnGroup, FROZEN, fullLabel, GROUP_LABELS, type GridColumn } from "../model/columns";
import type { ColumnLayout } from "../model/layout";
import { HEADER_ROW } from "../model/navigation";
import styles from "./Grid.module.css";

interface Props {
  layout: ColumnLayout;
  sort: string;
  activeColumn: number;
  allSelected: boolean;
}

function direction(sort: string, column: GridColumn): "ascending" | "descending" | "none" {
  if (sort === column.field) return "ascending";
  return sort === `-${column.field}` ? "descending" : "none";
}

/** Whole groups that nobody edits here carry a lock. */
const LOCKED: ColumnGroup[] = ["plan", "actual", "outcome"];
const ARROWS = { ascending: "↑", descending: "↓", none: "" } as const;

function ColumnHeader({
  column,
  sort,
  active,
  allSelected,
}: Record<"active" | "allSelected", boolean> & { column: GridColumn; sort: string }) {
  const order = direction(sort, column);
  const select = column.kind === "select";
  const classes = [
    styles["head"],
    styles[column.kind],
    styles[column.group],
    FROZEN.includes(column.id) ? styles["frozen"] : "",
    active ? styles["active"] : "",
  ];
  return (
    <div
      id={`head-${column.id}`}
      role="columnheader"
      aria-sort={select ? undefined : order}
      aria-label={select ? "Select all shown" : fullLabel(column)}
      className={classes.filter(Boolean).join(" ")}
      data-field={column.id}
      title={select ? "Select all shown" : `Sort by ${fullLabel(column).toLowerCase()}`}
    >
      {select ? <span className={styles["box"]} data-checked={allSelected || undefined} /> : column.label}
      {order !== "none" ? <span aria-hidden="true"> {ARROWS[order]}</span> : null}
    </div>
  );
}

export const GridHeader = memo(function GridHeader({ layout, sort, activeColumn, allSelected }: Props) {
  return (
    <div role="rowgroup" className={styles["header"]}>
      <div role="row" aria-rowindex={1} className={styles["groups"]}>
        {layout.groups.map(({ group, columns }) => (
          <div
            key={group}
            role="columnheader"
            aria-colspan={columns}
            className={`${styles["group"]} ${styles[group]}`}
            style={{ gridColumn: `span ${columns}` }}
          >
            <span>
              {GROUP_LABELS[group]}
              {LOCKED.includes(group) ? <Icon name="lock" size={12} /> : null}
            </span>
          </div>
        ))}
      </div>
      <div role="row" aria-rowindex={2} className={styles["heads"]} data-row={HEADER_ROW}>
        {layout.columns.map((column, index) => (
          <ColumnHeader key={column.id} {...{ column, sort, allSelected }} active={index === activeColumn} />
        ))}
      </div>
    </div>
  );
});
