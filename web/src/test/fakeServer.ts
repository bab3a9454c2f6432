import { vi } from "vitest";
import type { Change, PfaRecord } from "@/shared/api/types";

interface Request {
  method: string;
  path: string;
  params: URLSearchParams;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the page sent
  body: any;
  headers: Headers;
}

type Answer = { status?: number; body?: unknown };

const SESSION = {
  user: { id: "u1", username: "planner", displayName: "Paula Planner", systemRole: null },
  organizations: [
    {
      id: "RIO",
      name: "Rio Grande LNG",
      currency: "USD",
      role: "planner",
      permissions: [
        "Read",
        "EditForecast",
        "EditActuals",
        "SaveDraft",
        "Sync",
        "ViewFinancials",
        "RefreshData",
      ],
    },
  ],
};

/** Answers fetch from a list of records in memory; a test replaces single answers by `on`. */
export class FakeServer {
  readonly requests: Request[] = [];
  private readonly own = new Map<string, (request: Request) => Answer>();

  constructor(private records: PfaRecord[] = []) {
    vi.stubGlobal("fetch", (url: string, init: RequestInit = {}) => this.answer(url, init));
    // biome-ignore lint/suspicious/noDocumentCookie: the server's cookie, as a script sees it
    document.cookie = "XSRF-TOKEN=token-1";
  }

  on(call: string, answer: (request: Request) => Answer): this {
    this.own.set(call, answer);
    return this;
  }

  /** Somebody else, or the worker, has changed a record. */
  change(pfaId: string, changes: Partial<PfaRecord>): void {
    this.records = this.records.map((record) =>
      record.pfaId === pfaId ? { ...record, ...changes } : record,
    );
  }

  posted(path: string): Request[] {
    return this.requests.filter((request) => request.method === "POST" && request.path === path);
  }

  private async answer(url: string, init: RequestInit): Promise<Response> {
    const { pathname, searchParams } = new URL(url, "http://page");
    const method = init.method ?? "GET";
    const body = init.body ? JSON.parse(String(init.body)) : null;
    const request = {
      method,
      path: pathname,
      params: searchParams,
      body,
      headers: new Headers(init.headers),
    };
    this.requests.push(request);
    const { status = 200, body: answer = {} } = (this.own.get(`${method} ${pathname}`) ?? this.standard)(
      request,
    );
    return new Response(status === 204 ? null : JSON.stringify(answer), { status });
  }

  private readonly standard = ({ path, params, body }: Request): Answer => {
    switch (path) {
      case "/api/auth/me":
      case "/api/auth/login":
        return { body: SESSION };
      case "/api/pfa-data":
        return { body: this.page(params) };
      case "/api/pfa-data/save-draft":
        return { body: { drafts: body.changes.map((change: Change) => this.save(change)) } };
      case "/api/pfa-data/commit-drafts":
        this.records = this.records.map((record) =>
          record.draft === null ? record : { ...record, draft: null, syncStatus: "queued" },
        );
        return { status: 202, body: { jobId: "j", queuedCount: 1, queueSize: 1 } };
      case "/api/maintenance":
        return { body: { state: "none", message: null, startsAt: null, endsAt: null } };
      case "/api/pems/sync-status":
        return {
          body: { queueSize: 0, processing: 0, failed: 0, conflicts: 0, lastSync: null, health: "healthy" },
        };
      default:
        return { status: 404, body: { detail: "There is no such thing here.", code: "not_found" } };
    }
  };

  private page(params: URLSearchParams) {
    const filter = params.get("filter") ?? "";
    const ids = filter.startsWith("pfaId:in:") ? filter.slice("pfaId:in:".length).split(",") : null;
    const drafts = filter === "syncStatus:eq:draft";
    const found = this.records.filter(
      (record) => (!ids || ids.includes(record.pfaId)) && (!drafts || record.draft !== null),
    );
    const totals = {
      count: found.length,
      plan: "0.00",
      forecast: "0.00",
      actual: "0.00",
      variance: "0.00",
      currency: "USD",
    };
    return { records: params.get("limit") === "0" ? [] : found, nextCursor: null, totals };
  }

  private save({ pfaId, baseVersion, fields }: Change) {
    const modificationId = `m-${pfaId}`;
    const draft = { modificationId, baseVersion, fields: Object.keys(fields) };
    this.records = this.records.map((record) =>
      record.pfaId === pfaId ? ({ ...record, ...fields, draft, syncStatus: "draft" } as PfaRecord) : record,
    );
    return { modificationId, pfaId, baseVersion, fields };
  }
}
