import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { MAINTENANCE_KEY } from "@/features/maintenance/api/maintenance";
import { SESSION_KEY } from "@/features/session/api/session";
import { ApiProblem, isSignedOut } from "@/shared/api/problem";

/** A refusal is an answer and not worth repeating; silence and server faults are tried again twice. */
function worthRetrying(failures: number, error: unknown): boolean {
  if (error instanceof ApiProblem && error.status < 500) return false;
  return failures < 2;
}

export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) client.setQueryData(SESSION_KEY, null);
    if (error instanceof ApiProblem && error.code === "maintenance") {
      void client.invalidateQueries({ queryKey: MAINTENANCE_KEY });
    }
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry: worthRetrying, refetchOnWindowFocus: false, networkMode: "always" },
    },
  });
  return client;
}
