import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Connect, Plugin } from "vite";
import { type WebSocket, WebSocketServer } from "ws";
import { organizationsOf } from "./mockData";
import { query } from "./mockQuery";
import { MockStore } from "./mockStore";

/**
 * A pretended server for working on the page alone: `npm run dev -- --mode mock`. Sign in as planner or viewer,
 * password "demo". A monthly rate beginning with 666 is refused.
 */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'";

interface Call {
  path: string;
  params: URLSearchParams;
  // biome-ignore lint/suspicious/noExplicitAny: the pretended server takes any JSON
  body: any;
  username: string | null;
}

type Answer = [status: number, body: unknown, headers?: Record<string, string[]>];

const problem = (status: number, code: string, detail: string, more = {}): Answer => [
  status,
  { type: "about:blank", title: detail, status, detail, code, requestId: "mock-1", ...more },
];

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text ? JSON.parse(text) : {};
}

function sessionOf(username: string) {
  const user = {
    id: username,
    username,
    displayName: username === "viewer" ? "Vera Viewer" : "Paula Planner",
    systemRole: null,
  };
  return { user, organizations: organizationsOf(username) };
}

class MockServer {
  private readonly sockets = new Map<WebSocket, string>();
  private readonly sequences = new Map<string, number>();
  private readonly reads = new Map<string, { organizationId: string; startedAt: number }>();
  private readonly store = new MockStore((organizationId, type, pfaId, data) => {
    const sequence = (this.sequences.get(organizationId) ?? 0) + 1;
    this.sequences.set(organizationId, sequence);
    const event = { type, organizationId, sequence, pfaId, timestamp: new Date().toISOString(), data };
    for (const [socket, subscribed] of this.sockets) {
      if (subscribed === organizationId) socket.send(JSON.stringify(event));
    }
  });

  answer(call: Call): Answer {
    const { path, body, username } = call;
    if (path === "/api/auth/login") {
      if (body.password !== "demo") return problem(401, "bad_credentials", "Wrong username or password.");
      const cookies = [`mock=${body.username}; Path=/; HttpOnly`, "XSRF-TOKEN=mock; Path=/"];
      return [200, sessionOf(body.username), { "Set-Cookie": cookies }];
    }
    if (!username) return problem(401, "unauthenticated", "Sign in first.");
    if (path === "/api/auth/me") return [200, sessionOf(username)];
    if (path === "/api/auth/logout")
      return [204, null, { "Set-Cookie": ["mock=; Path=/; Max-Age=0", "XSRF-TOKEN=; Path=/; Max-Age=0"] }];
    return this.answerData(call, username);
  }

  private answerData({ path, params, body }: Call, username: string): Answer {
    const organizationId = params.get("organizationId") ?? body.organizationId ?? "";
    const { store } = this;
    switch (path) {
      case "/api/pfa-data":
        return [200, query(store.of(organizationId), params, username === "viewer")];
      case "/api/pfa-data/save-draft": {
        const { errors, drafts } = store.save(organizationId, body.changes);
        if (errors.length > 0)
          return problem(422, "invalid_changes", "Some changes are not valid.", { errors });
        return [200, { drafts }];
      }
      case "/api/pfa-data/commit-drafts":
        return [
          202,
          {
            jobId: "job-1",
            queuedCount: store.commit(organizationId, body.modificationIds ?? []),
            queueSize: 0,
          },
        ];
      case "/api/pfa-data/discard-drafts":
        store.discard(organizationId, body.modificationIds ?? []);
        return [200, {}];
      case "/api/pems/sync-status":
        return [200, this.status(organizationId)];
      case "/api/pems/sync":
        this.reads.set("read-1", { organizationId, startedAt: Date.now() });
        return [202, { syncId: "read-1", organizationId, syncType: body.syncType, status: "running" }];
      case "/api/pems/sync/read-1":
        return [200, this.readProgress()];
      default:
        return problem(404, "not_found", "There is no such thing here.");
    }
  }

  private status(organizationId: string) {
    const records = this.store.of(organizationId);
    const conflicts = records.filter((record) => record.syncStatus === "conflict").length;
    const readAt = this.store.readAt.get(organizationId) ?? new Date(Date.now() - 130_000).toISOString();
    const lastSync = { completedAt: records.length > 0 ? readAt : null };
    return {
      queueSize: this.store.queueSize,
      processing: 0,
      completed: 0,
      failed: 0,
      conflicts,
      lastSync,
      health: conflicts > 0 ? "attention" : "healthy",
    };
  }

  private readProgress() {
    const { organizationId, startedAt } = this.reads.get("read-1") ?? { organizationId: "", startedAt: 0 };
    const expectedRows = this.store.of(organizationId).length;
    const rowsRead = Math.min(expectedRows, Math.round((Date.now() - startedAt) * 3));
    const done = rowsRead === expectedRows;
    if (done) this.store.readAt.set(organizationId, new Date().toISOString());
    const status = done ? "completed" : "running";
    return {
      syncId: "read-1",
      organizationId,
      status,
      phase: "reading",
      expectedRows,
      rowsRead,
      inserted: 0,
      changed: 12,
      removed: 0,
      unchanged: 0,
    };
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, server: WebSocketServer): void {
    server.handleUpgrade(request, socket, head, (live) => {
      live.on("message", (text) => {
        const { organizationId } = JSON.parse(String(text));
        this.sockets.set(live, organizationId);
        const sequence = this.sequences.get(organizationId) ?? 0;
        live.send(JSON.stringify({ type: "SUBSCRIBED", organizationId, sequence }));
      });
      live.on("close", () => this.sockets.delete(live));
    });
  }
}

function install(middlewares: Connect.Server, http: Server | null, strict: boolean): void {
  const mock = new MockServer();
  const sockets = new WebSocketServer({ noServer: true });
  http?.on("upgrade", (request, socket, head) => {
    if (request.url === "/ws/sync-status") mock.upgrade(request, socket, head, sockets);
  });
  middlewares.use(async (request: IncomingMessage, response: ServerResponse, next: Connect.NextFunction) => {
    if (strict) response.setHeader("Content-Security-Policy", CSP);
    if (!request.url?.startsWith("/api/")) return next();
    const { pathname, searchParams } = new URL(request.url, "http://mock");
    const username = /mock=(\w+)/.exec(request.headers.cookie ?? "")?.[1] ?? null;
    const call = { path: pathname, params: searchParams, body: await readBody(request), username };
    const [status, body, headers = {}] = mock.answer(call);
    response.writeHead(status, { "Content-Type": "application/json", ...headers });
    response.end(body === null ? "" : JSON.stringify(body));
  });
}

export function mockServer(): Plugin {
  return {
    name: "vanguard-mock-server",
    configureServer: ({ middlewares, httpServer }) =>
      install(middlewares, httpServer as Server | null, false),
    configurePreviewServer: ({ middlewares, httpServer }) => install(middlewares, httpServer as Server, true),
  };
}
