import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, hasSessionCookie, post } from "@/shared/api/client";
import { isSignedOut } from "@/shared/api/problem";
import type { Session } from "@/shared/api/types";

export const SESSION_KEY = ["session"] as const;

async function whoAmI(signal: AbortSignal): Promise<Session | null> {
  if (!hasSessionCookie()) return null;
  try {
    return await get<Session>("/api/auth/me", {}, signal);
  } catch (error) {
    if (isSignedOut(error)) return null;
    throw error;
  }
}

/** The signed-in person and their organizations; null for nobody. */
export function useSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }) => whoAmI(signal),
    staleTime: 5 * 60_000,
    retry: false,
  });
}

/** What the sign-in page offers beside a password. */
export function useSignInOptions() {
  return useQuery({
    queryKey: ["sign-in-options"],
    queryFn: ({ signal }) => get<{ singleSignOn: string | null }>("/api/auth/sign-in-options", {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { username: string; password: string }) =>
      post<Session>("/api/auth/login", credentials),
    onSuccess: ({ user, organizations }) => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
      client.setQueryData<Session>(SESSION_KEY, { user, organizations });
    },
    networkMode: "always",
  });
}

/** Signing out forgets everything that was shown, whether or not the server could be told. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post("/api/auth/logout", {}),
    onSettled: () => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
      client.setQueryData(SESSION_KEY, null);
    },
    networkMode: "always",
  });
}
