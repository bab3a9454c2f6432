import type { Organization } from "@/shared/api/types";
import { Button } from "@/shared/ui/Button";
import { Icon } from "@/shared/ui/Icon";
import { Menu, MenuItem } from "@/shared/ui/Menu";

interface Props {
  organizations: Organization[];
  current: Organization | null;
  onPick: (organizationId: string) => void;
}

export function OrganizationPicker({ organizations, current, onPick }: Props) {
  const trigger = (
    <Button>
      <Icon name="building" />
      <span className="visually-hidden">Organization: </span>
      {current?.name ?? "Choose an organization"}
      <Icon name="chevron" size={12} />
    </Button>
  );
  return (
    <Menu
      trigger={trigger}
      selectionMode="single"
      selectedKeys={current ? [current.id] : []}
      disallowEmptySelection
      onAction={(key) => onPick(String(key))}
    >
      {organizations.map((organization) => (
        <MenuItem
          key={organization.id}
          id={organization.id}
          textValue={organization.name}
          hint={organization.id}
        >
          {organization.name}
        </MenuItem>
      ))}
    </Menu>
  );
}
