import { useEffect, useState } from "react";
import { describeError } from "@/shared/api/problem";
import { notify } from "@/shared/ui/notices";
import { useReadProgress, useStartRead } from "../api/readSync";
import { readOutcome } from "../model/plainWords";

/** One "Read from PEMS": starts it, follows it, and says how it ended. */
export function useReadFromPems(organizationId: string, onRead: () => void) {
  const [syncId, setSyncId] = useState<string | null>(null);
  const start = useStartRead(organizationId, setSyncId);
  const { data: progress, error } = useReadProgress(syncId);
  useEffect(() => {
    if (syncId === null || !progress || progress.status === "running") return;
    setSyncId(null);
    notify(progress.status === "failed" ? "bad" : "good", readOutcome(progress));
    onRead();
  }, [syncId, progress, onRead]);
  useEffect(() => {
    if (!error) return;
    setSyncId(null);
    notify("bad", describeError(error));
  }, [error]);
  const read = (syncType: "full" | "incremental") =>
    start.mutate(syncType, { onError: (refusal) => notify("bad", describeError(refusal)) });
  return {
    read,
    running: start.isPending || syncId !== null,
    progress: syncId === null ? undefined : progress,
  };
}

export type ReadFromPems = ReturnType<typeof useReadFromPems>;
