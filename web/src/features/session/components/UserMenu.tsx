import type { Organization, User } from "@/shared/api/types";
import { Button } from "@/shared/ui/Button";
import { Icon } from "@/shared/ui/Icon";
import { Menu, MenuItem } from "@/shared/ui/Menu";
import { useSignOut } from "../api/session";
import styles from "./UserMenu.module.css";

interface Props {
  user: User;
  organization: Organization | null;
}

export function UserMenu({ user, organization }: Props) {
  const signOut = useSignOut();
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
      <MenuItem id="sign-out" hint={role}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
