import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { PfaRecord, RecordsPage } from "@/shared/api/types";
import { recordsKey } from "./recordPages";

type Pages = InfiniteData<RecordsPage, string | null>;
type Patch = (record: PfaRecord) => PfaRecord;

function patchPage(page: RecordsPage, ids: ReadonlySet<string>, patch: Patch): RecordsPage {
  let touched = false;
  const records = page.records.map((record) => {
    if (!ids.has(record.pfaId)) return record;
    const patched = patch(record);
    touched ||= patched !== record;
    return patched;
  });
  return touched ? { ...page, records } : page;
}

/** Changes the named records wherever a loaded view holds them; all others keep their identity. */
export function patchRecords(
  client: QueryClient,
  organizationId: string,
  ids: ReadonlySet<string>,
  patch: Patch,
): void {
  if (ids.size === 0) return;
  client.setQueriesData<Pages>({ queryKey: recordsKey(organizationId) }, (data) =>
    data ? { ...data, pages: data.pages.map((page) => patchPage(page, ids, patch)) } : data,
  );
}

/** Records read again replace what is shown; the server may not know what a draft replaced, the page does. */
export function replaceRecords(
  client: QueryClient,
  organizationId: string,
  fresh: readonly PfaRecord[],
): void {
  const byId = new Map(fresh.map((record) => [record.pfaId, record]));
  patchRecords(client, organizationId, new Set(byId.keys()), (shown) => {
    const read = byId.get(shown.pfaId) ?? shown;
    if (read.draft === null || read.draft.base !== undefined || shown.draft?.base === undefined) return read;
    return { ...read, draft: { ...read.draft, base: shown.draft.base } };
  });
}

export function findRecords(
  client: QueryClient,
  organizationId: string,
  ids: ReadonlySet<string>,
): Map<string, PfaRecord> {
  const found = new Map<string, PfaRecord>();
  for (const [, data] of client.getQueriesData<Pages>({ queryKey: recordsKey(organizationId) })) {
    for (const page of data?.pages ?? []) {
      for (const record of page.records) if (ids.has(record.pfaId)) found.set(record.pfaId, record);
    }
  }
  return found;
}
