import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { LiveEvent, SyncState } from "@/shared/api/types";
import { Batcher } from "@/shared/lib/batcher";
import { useLiveListener, useLiveStatus } from "@/shared/live/LiveProvider";
import { patchRecords } from "../api/recordCache";
import { recordsKey } from "../api/recordPages";
import { totalsKey } from "../api/totals";
import { applyLive, summarize } from "../model/liveChanges";
import type { Refresher } from "./useRefresher";

type OnStates = (states: ReadonlyMap<string, SyncState>) => void;

/** Shows what happens to the records elsewhere: edits on their way to PEMS, and what PEMS changed. */
export function useLiveRecords(organizationId: string, refresher: Refresher, onStates: OnStates): void {
  const client = useQueryClient();
  const reload = useCallback(() => {
    void client.invalidateQueries({ queryKey: recordsKey(organizationId) });
    void client.invalidateQueries({ queryKey: totalsKey(organizationId) });
  }, [client, organizationId]);
  const batcher = useMemo(
    () =>
      new Batcher<LiveEvent>(50, (events) => {
        const changes = summarize(events);
        patchRecords(client, organizationId, new Set(changes.states.keys()), (record) =>
          applyLive(record, changes),
        );
        onStates(changes.states);
        if (changes.stale.size > 0) refresher.refresh(changes.stale);
        if (changes.reload) reload();
      }),
    [client, organizationId, refresher, onStates, reload],
  );
  useEffect(() => () => batcher.stop(), [batcher]);
  useLiveListener(
    useMemo(
      () => ({ onEvent: (event: LiveEvent) => batcher.add(event), onReload: reload }),
      [batcher, reload],
    ),
  );
}

const PATIENCE_MILLIS = 1000;

/**
 * True once loading may begin: after the live connection stands, so that no change falls between reading and
 * listening, or after a second without one. A connection that comes later makes the page read again.
 */
export function useReadyToLoad(organizationId: string): boolean {
  const client = useQueryClient();
  const status = useLiveStatus();
  const [impatient, setImpatient] = useState(false);
  useEffect(() => {
    if (status === "live") return;
    const timer = setTimeout(() => setImpatient(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, [status]);
  useEffect(() => {
    if (status !== "live" || !impatient) return;
    setImpatient(false);
    void client.invalidateQueries({ queryKey: recordsKey(organizationId) });
  }, [status, impatient, client, organizationId]);
  return status === "live" || impatient;
}
