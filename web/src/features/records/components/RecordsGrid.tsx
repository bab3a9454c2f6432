import { type CSSProperties, useMemo, useRef } from "react";
import type { PfaRecord } from "@/shared/api/types";
import type { Editing } from "../hooks/useEditing";
import { mayEdit, useRowActions } from "../hooks/useGridActions";
import { type GridKeys, useGridFocus } from "../hooks/useGridFocus";
import { useGridPointer } from "../hooks/useGridPointer";
import { ROW_HEIGHT, useColumnInSight, useGridScroll } from "../hooks/useGridScroll";
import { useLatest } from "../hooks/useLatest";
import { useRowInSight } from "../hooks/useRowInSight";
import { useRowSlots } from "../hooks/useRowSlots";
import { cellHint } from "../model/cellHint";
import { columnsFor } from "../model/columns";
import type { EditRights } from "../model/editing";
import { layOut } from "../model/layout";
import { type Cell, HEADER_ROW } from "../model/navigation";
import { extendTo, NOTHING_SELECTED, type Selection, selectAll, toggle } from "../model/selection";
import styles from "./Grid.module.css";
import { cellId } from "./GridCell";
import { GridFooter } from "./GridFooter";
import { GridHeader } from "./GridHeader";
import { GridRow } from "./GridRow";

interface Props {
  rows: PfaRecord[];
  loaded: number;
  rights: EditRights;
  sort: string;
  onSort: (field: string) => void;
  editing: Editing;
  selection: Selection;
  onSelection: (selection: Selection) => void;
}

function activeCellId(cell: Cell, columnId: string | undefined): string | undefined {
  if (!columnId) return undefined;
  return cell.row === HEADER_ROW ? `head-${columnId}` : cellId(cell.row, columnId);
}

/** Every record of the view as a spreadsheet: thousands of rows, of which only those in sight exist. */
export function RecordsGrid(props: Props) {
  const { rows, loaded, rights, sort, editing, selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layOut(columnsFor(rights.seeMoney)), [rights.seeMoney]);
  const latest = useLatest(props);
  const allSelected = rows.length > 0 && selection.ids.size >= rows.length;
  const page = Math.floor((scroller.current?.clientHeight ?? 600) / ROW_HEIGHT) - 2;

  const keys: GridKeys = {
    mayEdit: (cell) => mayEdit(cell, rows, layout, rights),
    activate: (cell, shift) => {
      const { onSelection, onSort } = latest.current;
      const column = layout.columns[cell.column];
      const record = rows[cell.row];
      if (cell.row === HEADER_ROW && column?.field) onSort(column.field);
      else if (cell.row === HEADER_ROW) {
        onSelection(allSelected ? NOTHING_SELECTED : selectAll(rows.map((each) => each.pfaId)));
      } else if (record && (column?.kind === "select" || shift)) {
        const ids = rows.map((each) => each.pfaId);
        onSelection(shift ? extendTo(selection, record.pfaId, ids) : toggle(selection, record.pfaId));
      } else return false;
      return true;
    },
  };
  const shape = { rows: rows.length, columns: layout.columns.length, page };
  const { focus, move, stopEditing, onKeyDown } = useGridFocus(shape, keys);
  const { cell } = focus;
  const actions = useRowActions({ rows, layout, rights, editing, cell, move, stopEditing, scroller });
  const hint = (at: Cell) => {
    const record = rows[at.row];
    const column = layout.columns[at.column];
    if (!record || !column) return "";
    return cellHint(record, column, editing.errors.get(record.pfaId)?.[column.id], rights);
  };
  const pointer = useGridPointer({ scroller, columns: layout.columns, move, keys, hint });
  const virtualizer = useGridScroll(scroller, rows.length, cell);
  const places = useRowSlots(virtualizer, focus);
  useRowInSight(virtualizer, cell.row);
  useColumnInSight(scroller, layout, cell.column);

  const variables = { "--columns": layout.template, "--width": `${layout.width}px` } as CSSProperties;
  return (
    <>
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label="PFA records"
        aria-rowcount={rows.length + 2}
        aria-multiselectable="true"
        aria-activedescendant={activeCellId(cell, layout.columns[cell.column]?.id)}
        className={styles["grid"]}
        style={variables}
        onKeyDown={onKeyDown}
        {...pointer}
      >
        <GridHeader
          layout={layout}
          sort={sort}
          activeColumn={cell.row === HEADER_ROW ? cell.column : -1}
          allSelected={allSelected}
        />
        <div role="rowgroup" className={styles["body"]} style={{ height: virtualizer.getTotalSize() }}>
          {places.map(({ slot, index, start }) => {
            const record = rows[index];
            if (!record) return null;
            const isActive = index === cell.row;
            return (
              <GridRow
                key={slot}
                record={record}
                row={index}
                top={start}
                columns={layout.columns}
                rights={rights}
                activeColumn={isActive ? cell.column : -1}
                editing={isActive ? focus.editing : null}
                selected={selection.ids.has(record.pfaId)}
                errors={editing.errors.get(record.pfaId)}
                actions={actions}
              />
            );
          })}
        </div>
      </div>
      <GridFooter
        record={rows[cell.row]}
        column={layout.columns[cell.column]}
        rights={rights}
        errors={editing.errors}
        shown={rows.length}
        loaded={loaded}
      />
    </>
  );
}
