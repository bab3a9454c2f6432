import type { ReactNode } from "react";
import { MaintenanceGate } from "@/features/maintenance/components/MaintenanceGate";
import { useSession } from "@/features/session/api/session";

/** Every screen, unless it is being worked on; administrators are those whom the server lets through. */
export function Maintained({ children }: { children: ReactNode }) {
  const { data: session } = useSession();
  const administrator =
    session?.organizations.some((each) => each.permissions.includes("ManageSettings")) ?? false;
  return (
    <MaintenanceGate administrator={administrator} signedIn={Boolean(session)}>
      {children}
    </MaintenanceGate>
  );
}
