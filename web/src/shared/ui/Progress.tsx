import { ProgressBar } from "react-aria-components";
import styles from "./Progress.module.css";

interface Props {
  label: string;
  /** 0 to 1; null while it cannot be told. */
  value: number | null;
}

export function Progress({ label, value }: Props) {
  return (
    <ProgressBar
      className={styles["progress"] ?? ""}
      aria-label={label}
      isIndeterminate={value === null}
      value={(value ?? 0) * 100}
    >
      <span className={styles["track"]}>
        <span className={styles["fill"]} style={{ display: "block", width: `${(value ?? 0.3) * 100}%` }} />
      </span>
      <span className="number">{label}</span>
    </ProgressBar>
  );
}
