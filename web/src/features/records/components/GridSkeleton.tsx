import styles from "./GridSkeleton.module.css";

const LINES = Array.from({ length: 18 }, (_, line) => line);

export function GridSkeleton() {
  return (
    <div className={styles["skeleton"]} role="status" aria-label="Loading records">
      {LINES.map((line) => (
        <div key={line} className={styles["line"]} style={{ width: `${96 - ((line * 7) % 23)}%` }} />
      ))}
    </div>
  );
}
