import type { ReactNode } from "react";
import type { Totals } from "@/shared/api/types";
import { formatCount, formatDifference, formatMoney } from "@/shared/lib/format";
import { varianceTone } from "../model/cellText";
import styles from "./TotalsBar.module.css";

interface FigureProps {
  name: string;
  value: string;
  look?: string | undefined;
  glyph?: string;
  hint?: string;
}

function Figure({ name, value, look = "", glyph, hint }: FigureProps) {
  return (
    <div className={`${styles["total"]} ${styles[look] ?? ""}`} title={hint}>
      <dt>{name}</dt>
      <dd data-testid={`total-${name.toLowerCase()}`}>
        {glyph ? (
          <span className={styles["glyph"]} aria-hidden="true">
            {glyph}
          </span>
        ) : null}
        {value}
      </dd>
    </div>
  );
}

const TONES = {
  over: { glyph: "▲", hint: "Above plan" },
  under: { glyph: "▼", hint: "Below plan" },
  even: { glyph: "", hint: "On plan" },
} as const;

function Money({ totals }: { totals: Totals }) {
  const { plan, forecast, actual, variance, currency } = totals;
  if (plan === null || forecast === null || actual === null || variance === null) return null;
  const tone = varianceTone(variance);
  return (
    <>
      <Figure name="Plan" look="plan" value={formatMoney(plan, currency)} />
      <Figure name="Forecast" look="forecast" value={formatMoney(forecast, currency)} />
      <Figure name="Actual" look="actual" value={formatMoney(actual, currency)} />
      <Figure name="Variance" look={tone} value={formatDifference(variance, currency)} {...TONES[tone]} />
    </>
  );
}

interface Props {
  totals: Totals | null;
  seesMoney: boolean;
  stale: boolean;
  children?: ReactNode;
}

/** What the shown records add up to. */
export function TotalsBar({ totals, seesMoney, stale, children }: Props) {
  return (
    <dl className={styles["bar"]} aria-label="Totals">
      <Figure name="Records" value={totals ? formatCount(totals.count) : "…"} />
      {totals && seesMoney ? <Money totals={totals} /> : null}
      {seesMoney ? null : (
        <div className={styles["masked"]}>
          <dt className="visually-hidden">Costs</dt>
          <dd>Costs are not part of your access to this organization.</dd>
        </div>
      )}
      {children ? (
        <div className={`${styles["side"]} ${stale ? styles["stale"] : ""}`}>
          <dt className="visually-hidden">Loading</dt>
          <dd>{children}</dd>
        </div>
      ) : null}
    </dl>
  );
}
