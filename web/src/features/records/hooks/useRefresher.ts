import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { Batcher } from "@/shared/lib/batcher";
import { replaceRecords } from "../api/recordCache";
import { readRecords } from "../api/recordsById";
import { totalsKey } from "../api/totals";
import { Holds } from "../model/holds";

export interface Refresher {
  /** Reads these records again soon, together with whatever else asks meanwhile, and then the totals. */
  refresh: (ids: Iterable<string>) => void;
  /** Until released, no answer about these records is shown that was asked for before. */
  hold: (ids: Iterable<string>) => void;
  release: (ids: Iterable<string>) => void;
}

export function useRefresher(organizationId: string): Refresher {
  const client = useQueryClient();
  const { batchers, refresher } = useMemo(() => {
    const holds = new Holds();
    const totals = new Batcher<number>(400, () =>
      client.invalidateQueries({ queryKey: totalsKey(organizationId) }),
    );
    const overtaken = new Set<string>();
    /** What could not be believed is asked for again once nothing is under way. */
    const readOvertaken = () => {
      for (const id of overtaken) if (holds.isFree(id) && overtaken.delete(id)) reads.add(id);
    };
    const reads: Batcher<string> = new Batcher<string>(200, async (ids) => {
      const asked = holds.moment();
      const fresh = await readRecords(organizationId, [...new Set(ids)]).catch(() => []);
      const current = fresh.filter((record) => holds.freeSince(record.pfaId, asked));
      for (const { pfaId } of fresh) if (!holds.freeSince(pfaId, asked)) overtaken.add(pfaId);
      replaceRecords(client, organizationId, current);
      readOvertaken();
      totals.add(fresh.length);
    });
    const refresher: Refresher = {
      refresh: (ids) => reads.add(...ids),
      hold: (ids) => holds.hold(ids),
      release: (ids) => {
        holds.release(ids);
        readOvertaken();
      },
    };
    return { batchers: [reads, totals], refresher };
  }, [client, organizationId]);
  useEffect(
    () => () => {
      for (const batcher of batchers) batcher.stop();
    },
    [batchers],
  );
  return refresher;
}
