import { expect, test } from "vitest";
import { deviceName, sessionFacts } from "./sessionWords";

test("a browser is named as its owner knows it, a program as it names itself", () => {
  expect(deviceName("Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/130 Safari/537 Edg/130")).toBe(
    "Edge on Windows",
  );
  expect(deviceName("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko Firefox/130.0")).toBe(
    "Firefox on Linux",
  );
  expect(deviceName("PowerBI/1.2")).toBe("PowerBI");
  expect(deviceName(null)).toBe("Unknown program");
});

test("a session says from where, when last and until when", () => {
  const session = {
    sessionId: "1",
    kind: "sign_in" as const,
    name: null,
    permissions: null,
    organizations: null,
    impersonatedBy: "ada",
    address: "10.0.0.7",
    userAgent: null,
    createdAt: "2026-11-25T04:05:06Z",
    expiresAt: "2026-11-25T16:05:06Z",
    lastUsedAt: null,
    current: false,
  };
  expect(sessionFacts(session)).toBe(
    "opened by ada · from 10.0.0.7 · never used · ends 2026-11-25 16:05 UTC",
  );
});
