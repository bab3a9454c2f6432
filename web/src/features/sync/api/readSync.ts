import { useMutation, useQuery } from "@tanstack/react-query";
import { get, post } from "@/shared/api/client";
import type { ReadSync } from "@/shared/api/types";

interface Started {
  syncId: string;
}

export function useStartRead(organizationId: string, onStarted: (syncId: string) => void) {
  return useMutation({
    mutationFn: (syncType: ReadSync["syncType"]) =>
      post<Started>("/api/pems/sync", { organizationId, syncType }),
    onSuccess: ({ syncId }) => onStarted(syncId),
    networkMode: "always",
  });
}

/** A running read, asked for twice a second until it ends. */
export function useReadProgress(syncId: string | null) {
  return useQuery({
    queryKey: ["read-sync", syncId],
    queryFn: ({ signal }) => get<ReadSync>(`/api/pems/sync/${encodeURIComponent(syncId ?? "")}`, {}, signal),
    enabled: syncId !== null,
    refetchInterval: ({ state }) => (state.data && state.data.status !== "running" ? false : 500),
    gcTime: 0,
  });
}
