import { get } from "@/shared/api/client";
import type { PfaRecord, RecordsPage } from "@/shared/api/types";

const CHUNK = 100;

async function readChunk(organizationId: string, ids: readonly string[]): Promise<PfaRecord[]> {
  const query = {
    organizationId,
    filter: `pfaId:in:${ids.join(",")}`,
    includeDiscontinued: true,
    totals: false,
    limit: CHUNK,
  };
  return (await get<RecordsPage>("/api/pfa-data", query)).records;
}

function readOne(organizationId: string, id: string): Promise<PfaRecord> {
  return get<PfaRecord>(`/api/pfa-data/${encodeURIComponent(id)}`, { organizationId });
}

/** Reads the named records again; a key with a comma cannot stand in a list and is asked for alone. */
export async function readRecords(organizationId: string, ids: readonly string[]): Promise<PfaRecord[]> {
  const alone = ids.filter((id) => id.includes(","));
  const listed = ids.filter((id) => !id.includes(","));
  const found: PfaRecord[] = [];
  for (let from = 0; from < listed.length; from += CHUNK) {
    found.push(...(await readChunk(organizationId, listed.slice(from, from + CHUNK))));
  }
  for (const id of alone) found.push(await readOne(organizationId, id));
  return found;
}
