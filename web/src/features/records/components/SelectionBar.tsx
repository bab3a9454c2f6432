import { useState } from "react";
import type { PfaRecord } from "@/shared/api/types";
import { formatCount } from "@/shared/lib/format";
import { Button } from "@/shared/ui/Button";
import { Icon } from "@/shared/ui/Icon";
import type { Edit } from "../model/draftMark";
import type { EditRights } from "../model/editing";
import styles from "./ActionBar.module.css";
import { ShiftDialog } from "./ShiftDialog";

interface Props {
  selected: PfaRecord[];
  rights: EditRights;
  currency: string;
  onEdit: (edits: Edit[], label: string) => void;
  onClear: () => void;
}

export function SelectionBar({ selected, rights, currency, onEdit, onClear }: Props) {
  const [shifting, setShifting] = useState(false);
  if (selected.length === 0) return null;
  const apply = (edits: Edit[], label: string) => {
    setShifting(false);
    onEdit(edits, label);
    onClear();
  };
  return (
    <section className={styles["bar"]} aria-label="Selection" data-testid="selection-bar">
      <p className={styles["text"]}>
        <strong>{formatCount(selected.length)} selected</strong>
      </p>
      {rights.edit ? (
        <Button onPress={() => setShifting(true)}>
          <Icon name="shift" />
          Shift by days…
        </Button>
      ) : null}
      <Button look="quiet" onPress={onClear}>
        Clear selection
      </Button>
      {shifting ? (
        <ShiftDialog
          records={selected}
          rights={rights}
          currency={currency}
          onApply={apply}
          onClose={() => setShifting(false)}
        />
      ) : null}
    </section>
  );
}
