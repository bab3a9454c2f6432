import type { ReactNode } from "react";
import { OrganizationPicker } from "@/features/session/components/OrganizationPicker";
import { UserMenu } from "@/features/session/components/UserMenu";
import type { Organization, Session } from "@/shared/api/types";
import { ThemeToggle } from "@/shared/theme/ThemeToggle";
import { Brand } from "@/shared/ui/Brand";
import styles from "./Shell.module.css";

interface Props {
  session: Session;
  organization: Organization | null;
  onPick: (organizationId: string) => void;
  status?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame around every signed-in screen. */
export function Shell({ session, organization, onPick, status, actions, children }: Props) {
  return (
    <div className={styles["shell"]}>
      <header className={styles["header"]}>
        <Brand />
        <span className={styles["divider"]} aria-hidden="true" />
        {session.organizations.length > 0 ? (
          <OrganizationPicker organizations={session.organizations} current={organization} onPick={onPick} />
        ) : null}
        <div className={styles["status"]}>{status}</div>
        <div className={styles["actions"]}>
          {actions}
          <ThemeToggle />
          <UserMenu
            user={session.user}
            organization={organization}
            managesPeople={session.organizations.some((each) => each.permissions.includes("ManageUsers"))}
          />
        </div>
      </header>
      <main className={styles["main"]}>{children}</main>
    </div>
  );
}
