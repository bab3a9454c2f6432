import { useQuery } from "@tanstack/react-query";
import { get } from "@/shared/api/client";
import type { Moment } from "@/shared/api/types";

export interface Maintenance {
  state: "none" | "announced" | "banner" | "page";
  message: string | null;
  startsAt: Moment | null;
  endsAt: Moment | null;
}

export const MAINTENANCE_KEY = ["maintenance"] as const;

const CALM = 60_000;
/** Nothing else tells a page that is kept out when it may come back. */
const KEPT_OUT = 5_000;

/** How the product stands; what cannot be asked is taken as no maintenance. */
export function useMaintenance(): Maintenance | undefined {
  const { data } = useQuery({
    queryKey: MAINTENANCE_KEY,
    queryFn: ({ signal }) => get<Maintenance>("/api/maintenance", {}, signal),
    refetchInterval: (query) => (query.state.data?.state === "page" ? KEPT_OUT : CALM),
    retry: false,
  });
  return data;
}
