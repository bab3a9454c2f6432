import type { PfaRecord } from "@/shared/api/types";
import { formatCount, plural } from "@/shared/lib/format";
import { Icon, type IconName } from "@/shared/ui/Icon";
import type { CellErrors } from "../model/cellErrors";
import { beforeDraft } from "../model/cellHint";
import { fullLabel, type GridColumn } from "../model/columns";
import { type EditRights, lockReason } from "../model/editing";
import styles from "./GridFooter.module.css";

interface Props {
  record: PfaRecord | undefined;
  column: GridColumn | undefined;
  rights: EditRights;
  errors: CellErrors;
  shown: number;
  loaded: number;
}

interface Hint {
  icon: IconName | null;
  text: string;
  bad?: boolean;
}

function hintFor({ record, column, rights, errors }: Props): Hint {
  if (!record || !column) return { icon: null, text: "" };
  if (column.kind === "select") return { icon: null, text: "Space selects the row, Shift+Space a range." };
  const error = errors.get(record.pfaId)?.[column.id];
  if (error) return { icon: "warning", text: error.message, bad: true };
  const warning = record.warnings[0];
  const locked = lockReason(record, column, rights);
  if (locked !== null) return { icon: "lock", text: warning ? `${locked} ${warning}` : locked };
  const before = beforeDraft(record, column);
  const was = before === undefined ? "" : ` Before the draft: ${before ?? "empty"}.`;
  return { icon: "pencil", text: `Type or press Enter to edit.${was}` };
}

/** Explains the active cell and says how much of the organization is shown. */
export function GridFooter(props: Props) {
  const { record, column, shown, loaded } = props;
  const hint = hintFor(props);
  const place = record && column && column.kind !== "select" ? `${record.pfaId} · ${fullLabel(column)}` : "";
  return (
    <footer className={styles["footer"]}>
      <span className={styles["place"]}>{place}</span>
      <span className={`${styles["hint"]} ${hint.bad ? styles["bad"] : ""}`} data-testid="cell-hint">
        {hint.icon ? <Icon name={hint.icon} size={13} /> : null}
        {hint.text}
      </span>
      <span className="number" data-testid="shown-count">
        {shown === loaded ? plural(loaded, "record") : `${formatCount(shown)} of ${plural(loaded, "record")}`}
      </span>
    </footer>
  );
}
