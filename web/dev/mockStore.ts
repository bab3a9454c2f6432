import { echo, withoutDraft } from "../src/features/records/model/draftMark";
import type { Change, FieldError, PfaRecord, SyncState } from "../src/shared/api/types";
import { generate } from "./mockData";

export type Emit = (organizationId: string, type: string, pfaId: string | undefined, data: object) => void;

const TODAY = "2026-11-23";

/** The records of a pretended server: drafts, a queue, and a worker that takes a while. */
export class MockStore {
  private readonly records = generate();
  private waiting = 0;
  readAt = new Map<string, string>();

  constructor(private readonly emit: Emit) {}

  of(organizationId: string): PfaRecord[] {
    return this.records.get(organizationId) ?? [];
  }

  get queueSize(): number {
    return this.waiting;
  }

  find(organizationId: string, pfaId: string): PfaRecord | undefined {
    return this.of(organizationId).find((record) => record.pfaId === pfaId);
  }

  save(organizationId: string, changes: Change[]): { errors: FieldError[]; drafts: object[] } {
    const byId = new Map(this.of(organizationId).map((record, at) => [record.pfaId, { record, at }]));
    const errors: FieldError[] = [];
    const drafts: object[] = [];
    const edited = changes.flatMap(({ pfaId, fields }, index) => {
      const found = byId.get(pfaId);
      if (!found) return [];
      const record = echo(found.record, fields, TODAY);
      const { forecastStart, forecastEnd } = record;
      if (forecastStart && forecastEnd && forecastEnd < forecastStart) {
        errors.push({
          index,
          pfaId,
          field: "forecastEnd",
          code: "end_before_start",
          message: "Ends before it starts.",
        });
      }
      if (fields.monthlyRate?.startsWith("666")) {
        errors.push({
          index,
          pfaId,
          field: "monthlyRate",
          code: "refused",
          message: "PEMS knows no such rate.",
        });
      }
      return [{ at: found.at, record }];
    });
    if (errors.length > 0) return { errors, drafts };
    for (const { at, record } of edited) {
      if (!record.draft) continue;
      // Like the server, which does not tell what a draft replaced.
      const { base, ...mark } = record.draft;
      const draft = { ...mark, modificationId: `m-${record.pfaId}` };
      this.of(organizationId)[at] = { ...record, draft };
      drafts.push({ ...draft, pfaId: record.pfaId, fields: {} });
      this.bases.set(record.pfaId, { ...base, ...this.bases.get(record.pfaId) });
    }
    return { errors, drafts };
  }

  private readonly bases = new Map<string, object>();

  discard(organizationId: string, ids: string[]): void {
    this.change(organizationId, ids, (record) => {
      const draft = record.draft && { ...record.draft, base: this.bases.get(record.pfaId) ?? {} };
      this.bases.delete(record.pfaId);
      return withoutDraft({ ...record, draft }, TODAY);
    });
  }

  commit(organizationId: string, ids: string[]): number {
    const committed = this.change(organizationId, ids, (record) => ({
      ...record,
      draft: null,
      syncStatus: "queued",
    }));
    this.waiting += committed.length;
    committed.forEach((record, place) => {
      this.bases.delete(record.pfaId);
      this.emit(organizationId, "SYNC_QUEUED", record.pfaId, {});
      setTimeout(() => this.step(organizationId, record.pfaId, "syncing", "SYNC_STARTED"), 600 + 25 * place);
      setTimeout(() => this.step(organizationId, record.pfaId, "synced", "SYNC_SUCCESS"), 1400 + 25 * place);
    });
    return committed.length;
  }

  private step(organizationId: string, pfaId: string, syncStatus: SyncState, event: string): void {
    const at = this.of(organizationId).findIndex((record) => record.pfaId === pfaId);
    const record = this.of(organizationId)[at];
    if (!record) return;
    const version = record.version + (syncStatus === "synced" ? 1 : 0);
    if (syncStatus === "synced") this.waiting--;
    this.of(organizationId)[at] = { ...record, syncStatus, version };
    this.emit(organizationId, event, pfaId, { modificationId: `m-${pfaId}`, version });
  }

  private change(
    organizationId: string,
    ids: string[],
    patch: (record: PfaRecord) => PfaRecord,
  ): PfaRecord[] {
    const changed: PfaRecord[] = [];
    const all = this.of(organizationId);
    all.forEach((record, at) => {
      if (!record.draft || (ids.length > 0 && !ids.includes(record.draft.modificationId))) return;
      const next = patch(record);
      all[at] = next;
      changed.push(next);
    });
    return changed;
  }
}
