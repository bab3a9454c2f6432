import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post, put, remove } from "@/shared/api/client";
import type { Moment, Permission } from "@/shared/api/types";

export interface Member {
  userId: string;
  username: string;
  displayName: string;
  enabled: boolean;
  /** The account still waits for its first password. */
  invited: boolean;
  role: string;
  granted: Permission[];
  revoked: Permission[];
  expiresAt: Moment | null;
}

export interface RoleTemplate {
  name: string;
  permissions: Permission[];
}

export interface Access {
  role: string;
  granted: Permission[];
  revoked: Permission[];
  expiresAt: Moment | null;
}

export interface Newcomer extends Access {
  username: string;
  displayName: string;
}

const membersKey = (organizationId: string) => ["members", organizationId] as const;

export function useMembers(organizationId: string) {
  return useQuery({
    queryKey: membersKey(organizationId),
    queryFn: ({ signal }) => get<Member[]>("/api/users", { organizationId }, signal),
  });
}

export function useRoles(organizationId: string) {
  return useQuery({
    queryKey: ["roles", organizationId],
    queryFn: ({ signal }) => get<RoleTemplate[]>("/api/users/roles", { organizationId }, signal),
    staleTime: 5 * 60_000,
  });
}

function useChangeOfMembers<A, T>(organizationId: string, change: (argument: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: membersKey(organizationId) }),
  });
}

/** Adds somebody; the token is for the link that lets them choose a password, once. */
export const useInvite = (organizationId: string) =>
  useChangeOfMembers(organizationId, (newcomer: Newcomer) =>
    post<{ invitationToken: string | null }>("/api/users", { organizationId, ...newcomer }),
  );

export const useChangeAccess = (organizationId: string, userId: string) =>
  useChangeOfMembers(organizationId, (access: Access) =>
    put(`/api/users/${userId}/access`, { organizationId, ...access }),
  );

export const useRemoveMember = (organizationId: string, userId: string) =>
  useChangeOfMembers(organizationId, (_: undefined) =>
    remove(`/api/users/${userId}/access?organizationId=${encodeURIComponent(organizationId)}`),
  );

/** For the whole account, everywhere; system administrators only. */
export const useEnable = (organizationId: string, userId: string) =>
  useChangeOfMembers(organizationId, (enabled: boolean) =>
    post(`/api/users/${userId}/${enabled ? "enable" : "disable"}`, {}),
  );
