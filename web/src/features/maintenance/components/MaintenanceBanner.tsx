import { Icon } from "@/shared/ui/Icon";
import type { Maintenance } from "../api/maintenance";
import { whenInWords } from "../model/words";
import styles from "./MaintenanceBanner.module.css";

/** Above everything: what is coming, or why nothing can be saved. */
export function MaintenanceBanner({ maintenance }: { maintenance: Maintenance }) {
  const coming = maintenance.state === "announced";
  return (
    <div className={styles["banner"]} role="status">
      <Icon name={coming ? "clock" : "warning"} />
      <p>
        <strong>{coming ? "Planned maintenance." : "Maintenance: you can look, but not save."}</strong>{" "}
        {maintenance.message} {whenInWords(maintenance)}
      </p>
    </div>
  );
}
