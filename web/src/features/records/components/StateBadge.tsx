import type { SyncState } from "@/shared/api/types";
import { Icon, type IconName } from "@/shared/ui/Icon";
import { STATE_LABELS } from "../model/view";
import styles from "./StateBadge.module.css";

const ICONS: Record<SyncState, IconName> = {
  synced: "check",
  draft: "pencil",
  queued: "clock",
  syncing: "cycle",
  conflict: "warning",
  failed: "cross",
  awaiting_approval: "person",
};

/** A record's place on its way to PEMS: glyph, word and colour say the same. */
export function StateBadge({ state }: { state: SyncState }) {
  return (
    <span className={`${styles["badge"]} ${styles[state] ?? ""}`} data-state={state}>
      <Icon name={ICONS[state]} size={13} />
      {STATE_LABELS[state]}
    </span>
  );
}
