import { afterEach, expect, test, vi } from "vitest";
import { get } from "./client";

afterEach(() => vi.unstubAllGlobals());

test("each request begins a trace of its own", async () => {
  const sent: string[] = [];
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    sent.push(new Headers(init.headers).get("traceparent") ?? "none");
    return new Response("{}");
  });

  await get("/api/auth/me");
  await get("/api/auth/me");

  expect(sent).toHaveLength(2);
  for (const traceparent of sent) expect(traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(new Set(sent.map((traceparent) => traceparent.slice(3, 35))).size).toBe(2);
});
