import { Button } from "./Button";
import { Icon } from "./Icon";
import styles from "./Notices.module.css";
import { dismiss, useNotices } from "./notices";

/** The corner where the page speaks; screen readers hear each notice once. */
export function Notices() {
  const notices = useNotices();
  return (
    <div className={styles["stack"]} role="status" aria-live="polite">
      {notices.map((notice) => (
        <div key={notice.id} className={`${styles["notice"]} ${styles[notice.tone] ?? ""}`}>
          <p>{notice.text}</p>
          <Button look="quiet" iconOnly aria-label="Dismiss" onPress={() => dismiss(notice.id)}>
            <Icon name="cross" />
          </Button>
        </div>
      ))}
    </div>
  );
}
