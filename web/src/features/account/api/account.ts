import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post, remove } from "@/shared/api/client";
import type { Moment } from "@/shared/api/types";

export interface OpenSession {
  sessionId: string;
  kind: "sign_in" | "access_token" | "impersonation";
  name: string | null;
  permissions: string[] | null;
  organizations: string[] | null;
  impersonatedBy: string | null;
  address: string | null;
  userAgent: string | null;
  createdAt: Moment;
  expiresAt: Moment;
  lastUsedAt: Moment | null;
  current: boolean;
}

export interface NewToken {
  name: string;
  days: number;
  permissions?: string[];
}

const SESSIONS = ["own-sessions"] as const;

/** Where I am signed in, access tokens included. */
export function useOpenSessions() {
  return useQuery({
    queryKey: SESSIONS,
    queryFn: ({ signal }) => get<OpenSession[]>("/api/auth/sessions", {}, signal),
  });
}

function useChangeOfSessions<A, T>(change: (argument: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: SESSIONS }),
  });
}

export const useEndSession = () =>
  useChangeOfSessions((sessionId: string) => remove(`/api/auth/sessions/${sessionId}`));

export const useEndOthers = () => useChangeOfSessions((_: undefined) => remove("/api/auth/sessions"));

/** The token is in the answer and nowhere else. */
export const useMakeToken = () =>
  useChangeOfSessions((wanted: NewToken) => post<{ token: string }>("/api/auth/tokens", wanted));

export const useChangePassword = () =>
  useChangeOfSessions((change: { currentPassword: string; newPassword: string }) =>
    post("/api/auth/password", change),
  );

export function useAcceptInvitation() {
  return useMutation({
    mutationFn: (acceptance: { token: string; password: string }) =>
      post("/api/auth/invitations/accept", acceptance),
  });
}
