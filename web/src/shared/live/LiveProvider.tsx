import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef } from "react";
import type { LiveEvent } from "@/shared/api/types";
import type { LiveStatus } from "./liveSocket";
import { useLive } from "./useLive";

export interface LiveListener {
  onEvent: (event: LiveEvent) => void;
  /** What was missed cannot be told: read again. */
  onReload?: () => void;
}

interface Live {
  status: LiveStatus;
  listen: (listener: LiveListener) => () => void;
}

const LiveContext = createContext<Live>({ status: "connecting", listen: () => () => undefined });

/** One connection per organization for the whole page; parts of it listen. */
export function LiveProvider({ organizationId, children }: { organizationId: string; children: ReactNode }) {
  const listeners = useRef(new Set<LiveListener>());
  const status = useLive(
    organizationId,
    (event) => {
      for (const listener of listeners.current) listener.onEvent(event);
    },
    () => {
      for (const listener of listeners.current) listener.onReload?.();
    },
  );
  const listen = useCallback((listener: LiveListener) => {
    listeners.current.add(listener);
    return () => listeners.current.delete(listener);
  }, []);
  const live = useMemo(() => ({ status, listen }), [status, listen]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

export const useLiveStatus = () => useContext(LiveContext).status;

/** Hears every event while mounted; keep the listener stable. */
export function useLiveListener(listener: LiveListener): void {
  const { listen } = useContext(LiveContext);
  useEffect(() => listen(listener), [listen, listener]);
}
