import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { LiveEvent } from "@/shared/api/types";
import { useLiveListener } from "@/shared/live/LiveProvider";
import { MAINTENANCE_KEY } from "../api/maintenance";

/** An open page hears of maintenance as soon as it is switched. */
export function useMaintenanceSignals(): void {
  const client = useQueryClient();
  const listener = useMemo(() => {
    const read = () => void client.invalidateQueries({ queryKey: MAINTENANCE_KEY });
    return {
      onEvent: (event: LiveEvent) => {
        if (event.type === "FLAG_CHANGED" && event.data["flag"] === "maintenance") read();
      },
      onReload: read,
    };
  }, [client]);
  useLiveListener(listener);
}
