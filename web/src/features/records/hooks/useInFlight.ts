import { useEffect, useRef } from "react";
import type { PfaRecord } from "@/shared/api/types";
import { useLiveStatus } from "@/shared/live/LiveProvider";
import type { Refresher } from "./useRefresher";

const POLL_MILLIS = 2500;

/** While the live connection is away, asks after the records that are on their way to PEMS. */
export function useInFlight(records: readonly PfaRecord[], refresher: Refresher): void {
  const live = useLiveStatus();
  const shown = useRef(records);
  shown.current = records;
  useEffect(() => {
    if (live === "live") return;
    const timer = setInterval(() => {
      const open = shown.current.filter(
        ({ syncStatus }) => syncStatus === "queued" || syncStatus === "syncing",
      );
      if (open.length > 0) refresher.refresh(open.map((record) => record.pfaId));
    }, POLL_MILLIS);
    return () => clearInterval(timer);
  }, [live, refresher]);
}
