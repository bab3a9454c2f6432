import { useEffect, useState } from "react";
import type { SyncStatus } from "@/shared/api/types";
import type { LiveStatus } from "@/shared/live/liveSocket";
import { useSyncStatus } from "../api/syncStatus";
import { statusInWords } from "../model/plainWords";
import styles from "./SyncStatusLine.module.css";

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function mood(status: SyncStatus, live: LiveStatus): string | undefined {
  if (status.conflicts + status.failed > 0) return styles["needsYou"];
  if (live === "retrying" || !status.lastSync?.completedAt) return styles["offline"];
  return status.queueSize > 0 ? styles["busy"] : undefined;
}

interface Props {
  organizationId: string;
  live: LiveStatus;
}

export function SyncStatusLine({ organizationId, live }: Props) {
  const { data } = useSyncStatus(organizationId);
  const now = Math.max(useNow(), Date.now());
  if (!data) return null;
  const words = [statusInWords(data, now)];
  if (live === "retrying") words.push("reconnecting");
  const text = words.join(" · ");
  return (
    <p className={`${styles["line"]} ${mood(data, live) ?? ""}`} title={text} data-testid="sync-status">
      <span className={styles["dot"]} aria-hidden="true" />
      <span>{text}</span>
    </p>
  );
}
