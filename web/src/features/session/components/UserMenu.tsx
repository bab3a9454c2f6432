import type { Organization, User } from "@/shared/api/types";
import { Button } from "@/shared/ui/Button";
import { Icon } from "@/shared/ui/Icon";
import { Menu, MenuItem } from "@/shared/ui/Menu";
import { useSignOut } from "../api/session";
import styles from "./UserMenu.module.css";

interface Props {
  user: User;
  organization: Organization | null;
  /** Whether there is an organization whose people they manage. */
  managesPeople: boolean;
}

export function UserMenu({ user, organization, managesPeople }: Props) {
  const signOut = useSignOut();
  const here = organization ? `?org=${encodeURIComponent(organization.id)}` : "";
  const role = organization ? `${user.username} · ${organization.role}` : user.username;
  const trigger = (
    <Button look="quiet" aria-label={`Account of ${user.displayName}`}>
      <Icon name="person" />
      <span className={styles["name"]}>{user.displayName}</span>
      <Icon name="chevron" size={12} />
    </Button>
  );
  return (
    <Menu trigger={trigger} onAction={(key) => key === "sign-out" && signOut.mutate()}>
      <MenuItem id="records" href={`/${here}`}>
        Records
      </MenuItem>
      <MenuItem id="account" href="/account" hint="Sessions, tokens, password">
        Your account
      </MenuItem>
      {managesPeople ? (
        <MenuItem id="people" href={`/people${here}`}>
          People
        </MenuItem>
      ) : null}
      <MenuItem id="sign-out" hint={role}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
