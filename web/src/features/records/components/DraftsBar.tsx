import { useState } from "react";
import type { PfaRecord } from "@/shared/api/types";
import { formatDifference, plural } from "@/shared/lib/format";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import { Icon } from "@/shared/ui/Icon";
import type { Editing } from "../hooks/useEditing";
import type { DraftSummary } from "../model/draftSummary";
import styles from "./ActionBar.module.css";

interface Props {
  summary: DraftSummary;
  currency: string;
  editing: Editing;
  mayCommit: boolean;
  committing: boolean;
  onCommit: (drafts: PfaRecord[]) => void;
  onDiscard: (drafts: PfaRecord[]) => void;
}

function UndoButtons({ editing }: { editing: Editing }) {
  const { undo, redo, undoLabel, redoLabel } = editing;
  return (
    <>
      <Button
        look="quiet"
        iconOnly
        aria-label={undoLabel ? `Undo ${undoLabel}` : "Undo"}
        isDisabled={!undoLabel}
        onPress={undo}
      >
        <Icon name="undo" />
      </Button>
      <Button
        look="quiet"
        iconOnly
        aria-label={redoLabel ? `Redo ${redoLabel}` : "Redo"}
        isDisabled={!redoLabel}
        onPress={redo}
      >
        <Icon name="redo" />
      </Button>
    </>
  );
}

/** My drafts as one decision: send them to PEMS or let them go. */
export function DraftsBar(props: Props) {
  const { summary, currency, editing, mayCommit, committing, onCommit, onDiscard } = props;
  const [asking, setAsking] = useState(false);
  const { drafts, forecastChange } = summary;
  const unsaved = [...editing.errors.values()].reduce((sum, row) => sum + Object.keys(row).length, 0);
  if (drafts.length === 0 && unsaved === 0 && !editing.redoLabel) return null;
  const words = plural(drafts.length, "draft");
  const discard = () => {
    setAsking(false);
    onDiscard(drafts);
  };
  return (
    <section className={`${styles["bar"]} ${styles["drafts"]}`} aria-label="Drafts" data-testid="drafts-bar">
      <p className={styles["text"]}>
        <span className={styles["mark"]}>
          <Icon name="pencil" />
        </span>
        {drafts.length > 0 ? <strong>{words}</strong> : null}
        {forecastChange !== null && drafts.length > 0 ? (
          <span className={styles["detail"]}>forecast {formatDifference(forecastChange, currency)}</span>
        ) : null}
        {unsaved > 0 ? <span className={styles["warn"]}>{plural(unsaved, "cell")} not saved</span> : null}
      </p>
      <UndoButtons editing={editing} />
      <Button look="danger" isDisabled={drafts.length === 0} onPress={() => setAsking(true)}>
        Discard
      </Button>
      {mayCommit ? (
        <Button
          look="primary"
          isDisabled={drafts.length === 0 || committing}
          onPress={() => onCommit(drafts)}
        >
          {committing ? "Sending…" : "Save & Sync"}
        </Button>
      ) : null}
      <Dialog
        alert
        title={`Discard ${words}?`}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button autoFocus onPress={() => setAsking(false)}>
              Keep
            </Button>
            <Button look="danger" onPress={discard}>
              Discard {words}
            </Button>
          </>
        }
      >
        <p>The records go back to what PEMS and everyone else sees. This cannot be undone.</p>
      </Dialog>
    </section>
  );
}
