import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { get } from "@/shared/api/client";
import type { RecordsPage } from "@/shared/api/types";
import type { ServerView } from "../model/view";

export const totalsKey = (organizationId: string) => ["totals", organizationId] as const;

/** The costs of the whole view, added by the server; asked without any record. */
export function useTotals(view: ServerView) {
  const { organizationId, q, includeDiscontinued } = view;
  return useQuery({
    queryKey: [...totalsKey(organizationId), q, includeDiscontinued],
    queryFn: async ({ signal }) => {
      const query = { organizationId, limit: 0, q: q || undefined, includeDiscontinued };
      return (await get<RecordsPage>("/api/pfa-data", query, signal)).totals;
    },
    placeholderData: keepPreviousData,
  });
}
