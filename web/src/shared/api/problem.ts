import type { FieldError } from "./types";

/** A refusal in the server's own words (RFC 9457). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly errors: FieldError[];

  constructor(status: number, body: Record<string, unknown>) {
    super(String(body["detail"] ?? body["title"] ?? `The server answered ${status}.`));
    this.name = "ApiProblem";
    this.status = status;
    this.code = String(body["code"] ?? "unknown");
    this.requestId = typeof body["requestId"] === "string" ? body["requestId"] : null;
    this.errors = Array.isArray(body["errors"]) ? (body["errors"] as FieldError[]) : [];
  }
}

/** No answer at all: the server is down or the network is. */
export class ServerUnreachable extends Error {
  constructor() {
    super("The server did not answer. Check the connection and try again.");
    this.name = "ServerUnreachable";
  }
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 401;
}

/** What to tell a person; never a stack or a raw status. */
export function describeError(error: unknown): string {
  if (error instanceof ApiProblem || error instanceof ServerUnreachable) return error.message;
  return "Something went wrong on this page. Reload it and try again.";
}
