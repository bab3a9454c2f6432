import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";
import styles from "./Message.module.css";

interface Props {
  icon: IconName;
  title: string;
  children: ReactNode;
  small?: string | undefined;
  bad?: boolean;
  actions?: ReactNode;
}

/** Fills a place that has nothing else to show: what happened, and what to do about it. */
export function Message({ icon, title, children, small, bad = false, actions }: Props) {
  return (
    <section className={`${styles["message"]} ${bad ? styles["bad"] : ""}`} role={bad ? "alert" : undefined}>
      <span className={styles["glyph"]}>
        <Icon name={icon} size={24} />
      </span>
      <h2 className={styles["title"]}>{title}</h2>
      <p className={styles["text"]}>{children}</p>
      {small ? <p className={styles["small"]}>{small}</p> : null}
      {actions ? <div className={styles["actions"]}>{actions}</div> : null}
    </section>
  );
}

/** For a message that is the whole page. */
export function WholePage({ children }: { children: ReactNode }) {
  return <main className={styles["whole"]}>{children}</main>;
}
