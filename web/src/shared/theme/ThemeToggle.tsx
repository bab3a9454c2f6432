import { Button } from "@/shared/ui/Button";
import { Icon, type IconName } from "@/shared/ui/Icon";
import { Menu, MenuItem } from "@/shared/ui/Menu";
import { chooseTheme, type ThemeChoice, useThemeChoice } from "./theme";

const ICONS: Record<ThemeChoice, IconName> = { system: "screen", light: "sun", dark: "moon" };

export function ThemeToggle() {
  const choice = useThemeChoice();
  const trigger = (
    <Button look="quiet" iconOnly aria-label={`Colours: ${choice}`}>
      <Icon name={ICONS[choice]} />
    </Button>
  );
  return (
    <Menu
      trigger={trigger}
      selectionMode="single"
      selectedKeys={[choice]}
      disallowEmptySelection
      onAction={(key) => chooseTheme(key as ThemeChoice)}
    >
      <MenuItem id="system">As the system</MenuItem>
      <MenuItem id="light">Light</MenuItem>
      <MenuItem id="dark">Dark</MenuItem>
    </Menu>
  );
}
