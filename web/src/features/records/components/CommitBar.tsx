import { useEffect, useState } from "react";
import { formatCount } from "@/shared/lib/format";
import { Icon } from "@/shared/ui/Icon";
import { Progress } from "@/shared/ui/Progress";
import { type CommitProgress, summarizeCommits } from "../model/commitProgress";
import styles from "./ActionBar.module.css";

const SHOWN_MILLIS = 8000;

/** Hides a finished commit after a while, unless somebody is needed. */
function useFaded(progress: CommitProgress, finished: boolean): boolean {
  const [faded, setFaded] = useState<CommitProgress | null>(null);
  useEffect(() => {
    if (!finished) return;
    const timer = setTimeout(() => setFaded(progress), SHOWN_MILLIS);
    return () => clearTimeout(timer);
  }, [progress, finished]);
  return faded === progress;
}

/** Follows what was committed until all of it is in PEMS. */
export function CommitBar({ progress }: { progress: CommitProgress }) {
  const { total, open, synced, syncing, needYou } = summarizeCommits(progress);
  const faded = useFaded(progress, total > 0 && open === 0 && needYou === 0);
  if (total === 0 || faded) return null;
  const words = `${formatCount(synced)} of ${formatCount(total)} in PEMS`;
  return (
    <section className={styles["bar"]} aria-label="On the way to PEMS" data-testid="commit-bar">
      <div className={styles["text"]} role="status">
        {open > 0 ? (
          <Progress label={words} value={synced / total} />
        ) : (
          <strong className={needYou > 0 ? styles["warn"] : styles["done"]}>
            <Icon name={needYou > 0 ? "warning" : "check"} /> {words}
          </strong>
        )}
        {syncing > 0 ? <span className={styles["detail"]}>{formatCount(syncing)} being written</span> : null}
        {needYou > 0 ? (
          <span className={styles["warn"]}>
            {formatCount(needYou)} {needYou === 1 ? "needs" : "need"} you
          </span>
        ) : null}
      </div>
    </section>
  );
}
