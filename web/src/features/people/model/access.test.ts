import { expect, test } from "vitest";
import type { RoleTemplate } from "../api/people";
import { accessOf, choiceOf, differenceWords, withPermission, withRole } from "./access";

const ROLES: RoleTemplate[] = [
  { name: "viewer", permissions: ["Read"] },
  { name: "planner", permissions: ["Read", "SaveDraft", "Sync"] },
];
const PLANNER = { role: "planner", granted: [], revoked: [], expiresAt: null };

test("what is kept of a person is only where they differ from their role", () => {
  const choice = withPermission(withPermission(choiceOf(PLANNER, ROLES), "Export", true), "Sync", false);

  const access = accessOf(choice, ROLES);

  expect(access).toEqual({ role: "planner", granted: ["Export"], revoked: ["Sync"], expiresAt: null });
  expect(accessOf(choiceOf(access, ROLES), ROLES)).toEqual(access);
  expect(differenceWords(access)).toBe("+ Export, − Sync");
});

test("another role begins without the differences from the old one", () => {
  const choice = withRole(withPermission(choiceOf(PLANNER, ROLES), "Export", true), "viewer", ROLES);

  expect(accessOf(choice, ROLES)).toEqual({ role: "viewer", granted: [], revoked: [], expiresAt: null });
});

test("access ends with its last day, not before it", () => {
  const choice = { ...choiceOf(PLANNER, ROLES), lastDay: "2026-12-31" };

  expect(accessOf(choice, ROLES).expiresAt).toBe("2026-12-31T23:59:59Z");
});
