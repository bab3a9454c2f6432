import type { ReactNode } from "react";
import { Brand } from "@/shared/ui/Brand";
import card from "@/shared/ui/Card.module.css";
import styles from "./Card.module.css";

/** A page with one thing to do, before anything else is shown. */
export function Card({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <main className={styles["page"]}>
      <div className={card["card"]}>
        <Brand />
        <div>
          <h1 className={card["title"]}>{title}</h1>
          <p className={card["lead"]}>{lead}</p>
        </div>
        {children}
      </div>
    </main>
  );
}
