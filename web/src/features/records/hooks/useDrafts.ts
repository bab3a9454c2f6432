import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { describeError } from "@/shared/api/problem";
import type { PfaRecord, SyncState } from "@/shared/api/types";
import { todayIso } from "@/shared/lib/dates";
import { plural } from "@/shared/lib/format";
import { notify } from "@/shared/ui/notices";
import { draftsKey, listDrafts } from "../api/drafts";
import { beginCommit, follow, NO_COMMITS, withdraw } from "../model/commitProgress";
import { myDrafts, summarizeDrafts } from "../model/draftSummary";
import { useCommitEdits } from "./useCommitEdits";
import type { Editing } from "./useEditing";
import type { Refresher } from "./useRefresher";

/** My drafts of the organization, as a whole: commit, discard, and the way of what was committed. */
export function useDrafts(organizationId: string, refresher: Refresher) {
  const [progress, setProgress] = useState(NO_COMMITS);
  const { commit, committing } = useCommitEdits(organizationId, refresher);
  const { data: listed } = useQuery({
    queryKey: draftsKey(organizationId),
    queryFn: ({ signal }) => listDrafts(organizationId, signal),
  });
  const followStates = useCallback(
    (states: ReadonlyMap<string, SyncState>) => setProgress((before) => follow(before, states)),
    [],
  );
  const send = useCallback(
    (drafts: PfaRecord[], editing: Editing) => {
      const ids = drafts.map((draft) => draft.pfaId);
      setProgress((before) => beginCommit(before, ids));
      editing.clearHistory();
      commit(drafts).catch((refusal: unknown) => {
        setProgress((before) => withdraw(before, ids));
        notify("bad", `Nothing was sent to PEMS. ${describeError(refusal)}`);
      });
    },
    [commit],
  );
  const discard = useCallback((drafts: PfaRecord[], editing: Editing) => {
    editing.clearHistory();
    editing
      .discard(drafts)
      .then(() => notify("info", `${plural(drafts.length, "draft")} discarded.`))
      .catch((refusal: unknown) => notify("bad", `Nothing was discarded. ${describeError(refusal)}`));
  }, []);
  return { listed, progress, committing, followStates, send, discard };
}

export function useDraftSummary(loaded: readonly PfaRecord[], listed: readonly PfaRecord[] | undefined) {
  return useMemo(() => summarizeDrafts(myDrafts(loaded, listed ?? []), todayIso()), [loaded, listed]);
}
