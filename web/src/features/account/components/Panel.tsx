import { type ReactNode, useId } from "react";
import styles from "./Panel.module.css";

interface Props {
  title: string;
  lead: string;
  action?: ReactNode;
  children: ReactNode;
}

/** One subject of a page of settings. */
export function Panel({ title, lead, action, children }: Props) {
  const id = useId();
  return (
    <section className={styles["panel"]} aria-labelledby={id}>
      <div className={styles["head"]}>
        <div>
          <h2 id={id} className={styles["title"]}>
            {title}
          </h2>
          <p className={styles["lead"]}>{lead}</p>
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
