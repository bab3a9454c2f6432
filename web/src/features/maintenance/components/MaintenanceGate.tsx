import { type ReactNode, useState } from "react";
import { Button } from "@/shared/ui/Button";
import { Message, WholePage } from "@/shared/ui/Message";
import { useMaintenance } from "../api/maintenance";
import { whenInWords } from "../model/words";
import { MaintenanceBanner } from "./MaintenanceBanner";
import styles from "./MaintenanceGate.module.css";

interface Props {
  administrator: boolean;
  signedIn: boolean;
  children: ReactNode;
}

/** Keeps people out during maintenance and says until when; administrators are let through. */
export function MaintenanceGate({ administrator, signedIn, children }: Props) {
  const maintenance = useMaintenance();
  const [signingIn, setSigningIn] = useState(false);
  if (!maintenance || maintenance.state === "none") return children;
  const through = administrator || (signingIn && !signedIn);
  if (maintenance.state === "page" && !through) {
    const signIn = signedIn ? null : (
      <Button onPress={() => setSigningIn(true)}>Sign in as administrator</Button>
    );
    return (
      <WholePage>
        <Message
          icon="clock"
          title="PFA Vanguard is being maintained"
          small="This page comes back by itself. What you saved is kept."
          actions={signIn}
        >
          {[maintenance.message, whenInWords(maintenance)].filter(Boolean).join(" ")}
        </Message>
      </WholePage>
    );
  }
  return (
    <div className={styles["below"]}>
      <MaintenanceBanner maintenance={maintenance} />
      <div className={styles["rest"]}>{children}</div>
    </div>
  );
}
