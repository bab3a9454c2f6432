import { useCallback, useMemo, useState } from "react";
import type { Organization } from "@/shared/api/types";
import { formatCount } from "@/shared/lib/format";
import { Progress } from "@/shared/ui/Progress";
import { useRecordPages } from "../api/recordPages";
import { useTotals } from "../api/totals";
import { useDraftSummary, useDrafts } from "../hooks/useDrafts";
import { useEditing } from "../hooks/useEditing";
import { useGridTable } from "../hooks/useGridTable";
import { useInFlight } from "../hooks/useInFlight";
import { useLiveRecords, useReadyToLoad } from "../hooks/useLiveRecords";
import { useRefresher } from "../hooks/useRefresher";
import { useShortcuts } from "../hooks/useShortcuts";
import { columnsFor } from "../model/columns";
import { rightsOf } from "../model/editing";
import { NOTHING_SELECTED } from "../model/selection";
import { totalsOf } from "../model/shownTotals";
import { hasFacets, nextSort, serverView, type View } from "../model/view";
import dock from "./ActionBar.module.css";
import { CommitBar } from "./CommitBar";
import { DraftsBar } from "./DraftsBar";
import { FilterBar } from "./FilterBar";
import { GridSkeleton } from "./GridSkeleton";
import { LoadingFailed, NoRecords } from "./GridStates";
import { RecordsGrid } from "./RecordsGrid";
import { SelectionBar } from "./SelectionBar";
import { TotalsBar } from "./TotalsBar";

interface Props {
  organization: Organization;
  view: View;
  onView: (view: View) => void;
  reading: boolean;
  onReadPems: (() => void) | null;
}

/** One organization's records: find them, edit them as drafts, send them to PEMS and watch them arrive. */
export function RecordsScreen({ organization, view, onView, reading, onReadPems }: Props) {
  const { id, currency, permissions } = organization;
  const rights = useMemo(() => rightsOf(permissions), [permissions]);
  const asked = serverView(id, view, columnsFor(rights.seeMoney));
  const refresher = useRefresher(id);
  const pages = useRecordPages(asked, useReadyToLoad(id));
  const { records, expected, complete } = pages;
  const { shown, counts } = useGridTable(records, view);
  const { data: viewTotals, isFetching: addingUp } = useTotals(asked);
  const editing = useEditing(id, refresher);
  const drafts = useDrafts(id, refresher);
  const summary = useDraftSummary(records, drafts.listed);
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  useLiveRecords(id, refresher, drafts.followStates);
  useInFlight(records, refresher);
  useShortcuts(editing);

  const narrowed = hasFacets(view);
  const totals = narrowed ? totalsOf(shown, currency) : (viewTotals ?? null);
  const selected = useMemo(
    () => shown.filter((record) => selection.ids.has(record.pfaId)),
    [shown, selection],
  );
  const sortBy = useCallback(
    (field: string) => onView({ ...view, sort: nextSort(asked.sort, field) }),
    [onView, view, asked.sort],
  );
  const grid = () => {
    if (pages.isError && records.length === 0) {
      return <LoadingFailed error={pages.error} onRetry={() => void pages.refetch()} />;
    }
    if (pages.isPending) return <GridSkeleton />;
    if (shown.length === 0 && complete) return <NoRecords {...{ view, onView, onReadPems, reading }} />;
    return (
      <RecordsGrid
        rows={shown}
        loaded={records.length}
        rights={rights}
        sort={asked.sort}
        onSort={sortBy}
        editing={editing}
        selection={selection}
        onSelection={setSelection}
      />
    );
  };
  const loading = !complete && records.length > 0;
  return (
    <>
      <h1 className="visually-hidden">{`Records of ${organization.name}`}</h1>
      <TotalsBar totals={totals} seesMoney={rights.seeMoney} stale={addingUp}>
        {loading && expected !== null ? (
          <Progress
            label={`${formatCount(records.length)} of ${formatCount(expected)} loaded`}
            value={expected === 0 ? 1 : records.length / expected}
          />
        ) : null}
      </TotalsBar>
      <FilterBar view={view} onView={onView} counts={counts} />
      {grid()}
      <div className={dock["dock"]}>
        <SelectionBar
          selected={selected}
          rights={rights}
          currency={currency}
          onEdit={editing.edit}
          onClear={() => setSelection(NOTHING_SELECTED)}
        />
        <CommitBar progress={drafts.progress} />
        <DraftsBar
          summary={summary}
          currency={currency}
          editing={editing}
          mayCommit={rights.commit}
          committing={drafts.committing}
          onCommit={(all) => drafts.send(all, editing)}
          onDiscard={(all) => drafts.discard(all, editing)}
        />
      </div>
    </>
  );
}
