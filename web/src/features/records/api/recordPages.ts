import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { get } from "@/shared/api/client";
import type { PfaRecord, RecordsPage } from "@/shared/api/types";
import type { ServerView } from "../model/view";

const PAGE = 2000;

export const recordsKey = (organizationId: string) => ["records", organizationId] as const;

function fetchPage(view: ServerView, cursor: string | null, signal: AbortSignal): Promise<RecordsPage> {
  const query = {
    organizationId: view.organizationId,
    sort: view.sort,
    q: view.q || undefined,
    includeDiscontinued: view.includeDiscontinued,
    limit: PAGE,
    cursor: cursor ?? undefined,
    totals: cursor === null,
  };
  return get<RecordsPage>("/api/pfa-data", query, signal);
}

export function recordPages(view: ServerView) {
  return infiniteQueryOptions({
    queryKey: [...recordsKey(view.organizationId), view],
    queryFn: ({ pageParam, signal }) => fetchPage(view, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // Twenty thousand records: comparing them deeply costs more than it saves.
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
  });
}

/** A key may move between two pages while they are read: the keys that came more than once. */
function repeatedKeys(pages: readonly RecordsPage[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const page of pages) {
    for (const { pfaId } of page.records) (seen.has(pfaId) ? repeated : seen).add(pfaId);
  }
  return repeated;
}

/** One list, in which a repeated record stands once, with the values read last. */
function flatten(pages: readonly RecordsPage[], repeated: ReadonlySet<string>): PfaRecord[] {
  const all = pages.flatMap((page) => page.records);
  if (repeated.size === 0) return all;
  const last = new Map(all.map((record, index) => [record.pfaId, index]));
  return all.filter((record, index) => last.get(record.pfaId) === index);
}

/** All records of a view, page after page without being asked, as one growing list. */
export function useRecordPages(view: ServerView, enabled: boolean) {
  const query = useInfiniteQuery({
    ...recordPages(view),
    enabled,
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[1] === view.organizationId ? keepPreviousData(previous) : undefined,
  });
  const { data, hasNextPage, isFetching, isError, isPlaceholderData, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError && !isPlaceholderData) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, isPlaceholderData, fetchNextPage]);
  // Editing keeps the page parameters and the keys; only reading pages makes new ones.
  const repeated = useRef<{ of: unknown; keys: ReadonlySet<string> }>({ of: null, keys: new Set() });
  const records = useMemo(() => {
    if (!data) return [];
    if (repeated.current.of !== data.pageParams) {
      repeated.current = { of: data.pageParams, keys: repeatedKeys(data.pages) };
    }
    return flatten(data.pages, repeated.current.keys);
  }, [data]);
  const expected = data?.pages[0]?.totals?.count ?? null;
  const complete = data !== undefined && !hasNextPage && !isPlaceholderData;
  return { ...query, records, expected, complete };
}
