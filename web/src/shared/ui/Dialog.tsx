import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import styles from "./Dialog.module.css";

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  wide?: boolean;
  alert?: boolean;
  children: ReactNode;
  actions: ReactNode;
}

/** A modal question or task; Escape and a press outside close it. */
export function Dialog({ title, open, onClose, wide, alert, children, actions }: Props) {
  return (
    <ModalOverlay
      className={styles["overlay"] ?? ""}
      isOpen={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
    >
      <Modal className={`${styles["modal"]} ${wide ? styles["wide"] : ""}`}>
        <AriaDialog className={styles["dialog"] ?? ""} role={alert ? "alertdialog" : "dialog"}>
          <Heading slot="title" className={styles["title"] ?? ""}>
            {title}
          </Heading>
          {children}
          <div className={styles["actions"]}>{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
