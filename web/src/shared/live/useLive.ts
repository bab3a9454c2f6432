import { useEffect, useRef, useState } from "react";
import type { LiveEvent } from "@/shared/api/types";
import { LiveSocket, type LiveStatus } from "./liveSocket";

/** Follows an organization while the caller is mounted; the handlers may change between renders. */
export function useLive(
  organizationId: string | null,
  onEvent: (event: LiveEvent) => void,
  onReload: () => void,
): LiveStatus {
  const [status, setStatus] = useState<LiveStatus>("connecting");
  const handlers = useRef({ onEvent, onReload });
  useEffect(() => {
    handlers.current = { onEvent, onReload };
  });
  useEffect(() => {
    if (organizationId === null) return;
    setStatus("connecting");
    const socket = new LiveSocket(organizationId, {
      onEvent: (event) => handlers.current.onEvent(event),
      onReload: () => handlers.current.onReload(),
      onStatus: setStatus,
    });
    return () => socket.close();
  }, [organizationId]);
  return status;
}
