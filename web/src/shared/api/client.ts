import { ApiProblem, ServerUnreachable } from "./problem";
import { newTraceparent } from "./trace";

type QueryValue = string | number | boolean | undefined;
export type Query = Record<string, QueryValue | QueryValue[]>;

function queryString(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) params.append(name, String(one));
    }
  }
  const text = params.toString();
  return text ? `?${text}` : "";
}

function xsrfToken(): string | undefined {
  const match = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie);
  return match?.[1] ? decodeURIComponent(match[1]) : undefined;
}

/** The CSRF cookie comes and goes with the session cookie, which scripts cannot see. */
export const hasSessionCookie = () => xsrfToken() !== undefined;

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    const headers = { ...init.headers, traceparent: newTraceparent() };
    return await fetch(url, { credentials: "same-origin", ...init, headers });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ServerUnreachable();
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  const body = await readJson(response);
  if (response.ok) return body as T;
  if (body === undefined && response.status >= 502) throw new ServerUnreachable();
  throw new ApiProblem(response.status, (body ?? {}) as Record<string, unknown>);
}

export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const init: RequestInit = { headers: { Accept: "application/json" }, ...(signal ? { signal } : {}) };
  return answerOf<T>(await send(path + queryString(query), init));
}

/** Sends JSON with the CSRF token that the session cookie calls for. */
async function change<T>(method: string, path: string, body: unknown): Promise<T> {
  const token = xsrfToken();
  const headers: Record<string, string> = {
    Accept: "application/json",
    "Content-Type": "application/json",
    ...(token ? { "X-XSRF-TOKEN": token } : {}),
  };
  return answerOf<T>(await send(path, { method, headers, body: JSON.stringify(body) }));
}

export const post = <T>(path: string, body: unknown) => change<T>("POST", path, body);
export const put = <T>(path: string, body: unknown) => change<T>("PUT", path, body);
export const remove = <T>(path: string) => change<T>("DELETE", path, {});
