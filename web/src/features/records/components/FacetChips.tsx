import { ToggleButton } from "react-aria-components";
import type { SyncState } from "@/shared/api/types";
import { formatCount } from "@/shared/lib/format";
import { Icon } from "@/shared/ui/Icon";
import { chosen, type FacetName, STATE_LABELS, toggleChosen, type View } from "../model/view";
import styles from "./FilterBar.module.css";

const NAMES: Record<FacetName, string> = { state: "State", source: "Source", dor: "DOR" };
const STATE_ORDER = Object.keys(STATE_LABELS);

function label(facet: FacetName, value: string): string {
  return facet === "state" ? (STATE_LABELS[value as SyncState] ?? value) : value;
}

/** What occurs, plus what is chosen even when it no longer occurs, in an order that does not jump. */
function values(facet: FacetName, counts: Map<string, number>, picked: string[]): string[] {
  const found = new Set([...[...counts.keys()].filter((value) => typeof value === "string"), ...picked]);
  const order = (value: string) => (facet === "state" ? STATE_ORDER.indexOf(value) : 0);
  return [...found].sort((a, b) => order(a) - order(b) || a.localeCompare(b));
}

interface Props {
  facet: FacetName;
  counts: Map<string, number>;
  view: View;
  onView: (view: View) => void;
}

export function FacetChips({ facet, counts, view, onView }: Props) {
  const picked = chosen(view, facet);
  const offered = values(facet, counts, picked);
  if (offered.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form values, these are toggles
    <div role="group" aria-label={`Filter by ${NAMES[facet]}`} className={styles["facet"]}>
      <span className={styles["name"]} aria-hidden="true">
        {NAMES[facet]}
      </span>
      {offered.map((value) => (
        <ToggleButton
          key={value}
          className={styles["chip"] ?? ""}
          isSelected={picked.includes(value)}
          onChange={() => onView(toggleChosen(view, facet, value))}
        >
          {picked.includes(value) ? <Icon name="check" size={12} /> : null}
          {label(facet, value)} <b>{formatCount(counts.get(value) ?? 0)}</b>
        </ToggleButton>
      ))}
    </div>
  );
}
