import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { LiveEvent } from "@/shared/api/types";
import { Batcher } from "@/shared/lib/batcher";
import { useLiveListener } from "@/shared/live/LiveProvider";
import { syncStatusKey } from "../api/syncStatus";

/** Keeps the status line in step with live events, a burst of them at a time. */
export function useSyncSignals(organizationId: string): void {
  const client = useQueryClient();
  const batcher = useMemo(() => {
    const read = () => client.invalidateQueries({ queryKey: syncStatusKey(organizationId) });
    return new Batcher<LiveEvent | null>(400, read);
  }, [client, organizationId]);
  useEffect(() => () => batcher.stop(), [batcher]);
  const listener = useMemo(
    () => ({ onEvent: (event: LiveEvent) => batcher.add(event), onReload: () => batcher.add(null) }),
    [batcher],
  );
  useLiveListener(listener);
}
