import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  type FilterFn,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { PfaRecord } from "@/shared/api/types";
import { countFacets, facetValue } from "../model/facets";
import { chosen, FACETS, type View } from "../model/view";

const features = tableFeatures({ columnFilteringFeature, filteredRowModel: createFilteredRowModel() });

const isChosen: FilterFn<typeof features, PfaRecord> = (row, columnId, values: string[]) =>
  values.includes(String(row.getValue(columnId)));

const helper = createColumnHelper<typeof features, PfaRecord>();
const columns = helper.columns(
  FACETS.map((facet) =>
    helper.accessor((record) => facetValue(record, facet), { id: facet, filterFn: isChosen }),
  ),
);

/** The row model of the grid: what is loaded, narrowed by the chosen facets, with counts for every chip. */
export function useGridTable(records: PfaRecord[], view: View) {
  const { state, source, dor } = view;
  const columnFilters = useMemo(
    () =>
      FACETS.map((id) => ({ id, value: chosen({ state, source, dor }, id) })).filter(
        ({ value }) => value.length > 0,
      ),
    [state, source, dor],
  );
  const counts = useMemo(() => countFacets(records, { state, source, dor }), [records, state, source, dor]);
  const table = useTable({
    features,
    columns,
    data: records,
    getRowId: (record) => record.pfaId,
    state: { columnFilters },
  });
  const { rows } = table.getRowModel();
  const shown = useMemo(() => rows.map((row) => row.original), [rows]);
  return { shown, counts };
}
