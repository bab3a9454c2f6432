import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { Icon } from "@/shared/ui/Icon";
import type { ShiftLine } from "../model/shift";
import styles from "./ShiftDialog.module.css";

const LINE_HEIGHT = 36;

function outcome(line: ShiftLine) {
  switch (line.kind) {
    case "refused":
      return (
        <>
          <Icon name="cross" size={12} /> {line.reason}
        </>
      );
    case "extends":
      return `Actual end ${line.record.actualEnd} → ${line.after.actualEnd}`;
    case "moves": {
      const { record, after } = line;
      const span = (start: string | null, end: string | null) => `${start ?? "…"} – ${end ?? "…"}`;
      const before = span(record.forecastStart, record.forecastEnd);
      return `${before} → ${span(after.forecastStart, after.forecastEnd)}`;
    }
  }
}

/** Record by record what a shift would do, refusals first. */
export function ShiftPreview({ lines }: { lines: ShiftLine[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 8,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={scroller} className={styles["list"]} tabIndex={0} aria-label="Preview of the shift">
      {lines.length === 0 ? <p className={styles["empty"]}>Say by how many days.</p> : null}
      <div className={styles["inner"]} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <div
              key={line.record.pfaId}
              className={`${styles["line"]} ${line.kind === "refused" ? styles["refused"] : ""}`}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span className={styles["id"]}>{line.record.pfaId}</span>
              <span className={styles["description"]}>{line.record.description}</span>
              <span title={line.kind === "refused" ? line.reason : undefined}>{outcome(line)}</span>
            </div>
          );
        })}
      </div>
    </section>
  );
}
