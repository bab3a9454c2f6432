import type { ReactNode } from "react";
import { Brand } from "@/shared/ui/Brand";
import styles from "./Card.module.css";

/** A page with one thing to do, before anything else is shown. */
export function Card({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <main className={styles["page"]}>
      <div className={styles["card"]}>
        <Brand />
        <div>
          <h1 className={styles["title"]}>{title}</h1>
          <p className={styles["lead"]}>{lead}</p>
        </div>
        {children}
      </div>
    </main>
  );
}
