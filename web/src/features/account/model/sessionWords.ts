import type { OpenSession } from "../api/account";

const BROWSERS = ["Edg", "Firefox", "Chrome", "Safari", "curl"] as const;
const SYSTEMS = ["Windows", "Mac OS", "Android", "iPhone", "Linux"] as const;

/** A browser in words that its owner recognises. */
export function deviceName(userAgent: string | null): string {
  const agent = userAgent ?? "";
  const browser = BROWSERS.find((each) => agent.includes(each));
  const system = SYSTEMS.find((each) => agent.includes(each));
  if (!browser) return agent.split(/[ /]/)[0] || "Unknown program";
  return `${browser === "Edg" ? "Edge" : browser}${system ? ` on ${system}` : ""}`;
}

/** `2026-11-25T04:05:06Z` as `2026-11-25 04:05 UTC`: the same for everybody who compares. */
export const momentWords = (moment: string) => `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC`;

export function sessionFacts(session: OpenSession): string {
  const used = session.lastUsedAt ? `last used ${momentWords(session.lastUsedAt)}` : "never used";
  const from = session.address ? `from ${session.address}` : null;
  const by = session.impersonatedBy ? `opened by ${session.impersonatedBy}` : null;
  return [by, from, used, `ends ${momentWords(session.expiresAt)}`].filter(Boolean).join(" · ");
}
