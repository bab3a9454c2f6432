import { useQuery } from "@tanstack/react-query";
import { get } from "@/shared/api/client";
import type { SyncStatus } from "@/shared/api/types";

export const syncStatusKey = (organizationId: string) => ["sync-status", organizationId] as const;

export function useSyncStatus(organizationId: string) {
  return useQuery({
    queryKey: syncStatusKey(organizationId),
    queryFn: ({ signal }) => get<SyncStatus>("/api/pems/sync-status", { organizationId }, signal),
    refetchInterval: 15_000,
  });
}
