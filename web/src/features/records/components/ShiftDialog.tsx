import { useDeferredValue, useMemo, useState } from "react";
import { Button as AriaButton, Group, Input, Label, NumberField } from "react-aria-components";
import type { PfaRecord } from "@/shared/api/types";
import { todayIso } from "@/shared/lib/dates";
import { subtractMoney, sumMoney } from "@/shared/lib/decimal";
import { formatCount, formatDifference, plural } from "@/shared/lib/format";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import type { Edit } from "../model/draftMark";
import type { EditRights } from "../model/editing";
import { previewShift, type ShiftLine } from "../model/shift";
import styles from "./ShiftDialog.module.css";
import { ShiftPreview } from "./ShiftPreview";

interface Props {
  records: PfaRecord[];
  rights: EditRights;
  currency: string;
  onApply: (edits: Edit[], label: string) => void;
  onClose: () => void;
}

type Accepted = Exclude<ShiftLine, { kind: "refused" }>;

function costChange(accepted: Accepted[], currency: string): string | null {
  const cost = (record: PfaRecord) => (record.isActualized ? record.actualCost : record.forecastCost);
  const after = sumMoney(accepted.map((line) => cost(line.after)));
  const before = sumMoney(accepted.map((line) => cost(line.record)));
  const change = after === null || before === null ? null : subtractMoney(after, before);
  return change === null ? null : formatDifference(change, currency);
}

function DaysField({ days, onDays }: { days: number; onDays: (days: number) => void }) {
  return (
    <NumberField
      className={styles["field"] ?? ""}
      value={days}
      onChange={(value) => onDays(Number.isNaN(value) ? 0 : value)}
      minValue={-3650}
      maxValue={3650}
      step={1}
      autoFocus
    >
      <Label>Days</Label>
      <Group className={styles["group"] ?? ""}>
        <AriaButton slot="decrement">−</AriaButton>
        <Input />
        <AriaButton slot="increment">+</AriaButton>
      </Group>
    </NumberField>
  );
}

/** Shows what a shift does to every selected record before anything is saved. */
export function ShiftDialog({ records, rights, currency, onApply, onClose }: Props) {
  const [days, setDays] = useState(14);
  const asked = useDeferredValue(days);
  const { editActuals } = rights;
  const lines = useMemo(
    () => previewShift(records, { days: asked, editActuals, today: todayIso() }),
    [records, asked, editActuals],
  );
  const accepted = lines.filter((line): line is Accepted => line.kind !== "refused");
  const refused = lines.filter((line) => line.kind === "refused");
  const change = rights.seeMoney ? costChange(accepted, currency) : null;
  const apply = () =>
    onApply(
      accepted.map((line) => ({ pfaId: line.record.pfaId, fields: line.fields })),
      `shift of ${plural(accepted.length, "record")} by ${plural(asked, "day")}`,
    );
  return (
    <Dialog
      title={`Shift ${plural(records.length, "record")}`}
      open
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={accepted.length === 0 || asked !== days} onPress={apply}>
            Shift {plural(accepted.length, "record")}
          </Button>
        </>
      }
    >
      <div className={styles["controls"]}>
        <DaysField days={days} onDays={setDays} />
        <p className={styles["summary"]} role="status">
          <strong>{formatCount(accepted.length)}</strong> will change
          {change ? `, cost ${change}` : ""}
          {refused.length > 0 ? (
            <span className={styles["refused"]}>
              {" "}
              · {formatCount(refused.length)} cannot and stay as they are
            </span>
          ) : null}
        </p>
      </div>
      <ShiftPreview lines={[...refused, ...accepted]} />
    </Dialog>
  );
}
