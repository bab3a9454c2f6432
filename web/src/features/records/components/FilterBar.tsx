import { type ReactNode, useEffect, useRef, useState } from "react";
import { ToggleButton } from "react-aria-components";
import { Button } from "@/shared/ui/Button";
import { Icon } from "@/shared/ui/Icon";
import type { FacetCounts } from "../model/facets";
import { clearFacets, FACETS, hasFacets, type View } from "../model/view";
import { FacetChips } from "./FacetChips";
import styles from "./FilterBar.module.css";

const PAUSE_MILLIS = 250;

interface Props {
  view: View;
  onView: (view: View) => void;
  counts: FacetCounts;
  children?: ReactNode;
}

/** Searches once the planner pauses; the address and the box follow each other. */
function SearchBox({ view, onView }: Pick<Props, "view" | "onView">) {
  const inAddress = view.q ?? "";
  const [typed, setTyped] = useState(inAddress);
  const sent = useRef(inAddress);
  useEffect(() => {
    if (inAddress !== sent.current) setTyped(inAddress);
    sent.current = inAddress;
  }, [inAddress]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      onView({ ...view, q: typed || undefined });
    }, PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [typed, view, onView]);
  return (
    <span className={styles["search"]}>
      <Icon name="search" />
      <input
        type="search"
        className={styles["input"]}
        placeholder="Search PFA, description, category…"
        aria-label="Search records"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </span>
  );
}

export function FilterBar({ view, onView, counts, children }: Props) {
  const withDiscontinued = view.discontinued === "shown";
  return (
    <search className={styles["bar"]}>
      <SearchBox view={view} onView={onView} />
      {FACETS.map((facet) => (
        <FacetChips key={facet} facet={facet} counts={counts[facet]} view={view} onView={onView} />
      ))}
      <ToggleButton
        className={styles["chip"] ?? ""}
        isSelected={withDiscontinued}
        onChange={(shown) => onView({ ...view, discontinued: shown ? "shown" : undefined })}
      >
        {withDiscontinued ? <Icon name="check" size={12} /> : null}
        Include discontinued
      </ToggleButton>
      {hasFacets(view) ? (
        <Button look="quiet" onPress={() => onView(clearFacets(view))}>
          Clear filters
        </Button>
      ) : null}
      {children}
    </search>
  );
}
