import { PERMISSIONS, type Permission } from "@/shared/api/types";
import type { Access, RoleTemplate } from "../api/people";

/** What is being decided about one person: a role, and where they differ from it. */
export interface Choice {
  role: string;
  allowed: ReadonlySet<Permission>;
  /** `YYYY-MM-DD`, the last day; empty for no end. */
  lastDay: string;
}

function ofRole(roles: RoleTemplate[], role: string): Permission[] {
  return roles.find((each) => each.name === role)?.permissions ?? [];
}

export function choiceOf(access: Access, roles: RoleTemplate[]): Choice {
  const allowed = new Set([...ofRole(roles, access.role), ...access.granted]);
  for (const each of access.revoked) allowed.delete(each);
  return { role: access.role, allowed, lastDay: access.expiresAt?.slice(0, 10) ?? "" };
}

/** Another role brings its own permissions: differences from the old one mean nothing now. */
export function withRole(choice: Choice, role: string, roles: RoleTemplate[]): Choice {
  return { ...choice, role, allowed: new Set(ofRole(roles, role)) };
}

export function withPermission(choice: Choice, permission: Permission, allowed: boolean): Choice {
  const next = new Set(choice.allowed);
  if (allowed) next.add(permission);
  else next.delete(permission);
  return { ...choice, allowed: next };
}

/** Only differences are kept, so that a change of the role reaches everybody who has it. */
export function accessOf(choice: Choice, roles: RoleTemplate[]): Access {
  const own = new Set(ofRole(roles, choice.role));
  return {
    role: choice.role,
    granted: PERMISSIONS.filter((each) => choice.allowed.has(each) && !own.has(each)),
    revoked: PERMISSIONS.filter((each) => own.has(each) && !choice.allowed.has(each)),
    expiresAt: choice.lastDay === "" ? null : `${choice.lastDay}T23:59:59Z`,
  };
}

/** `ViewFinancials` as words. */
export const permissionWords = (permission: Permission) =>
  permission.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

export function differenceWords(access: Access): string {
  const more = access.granted.map((each) => `+ ${permissionWords(each)}`);
  const less = access.revoked.map((each) => `− ${permissionWords(each)}`);
  return [...more, ...less].join(", ");
}
