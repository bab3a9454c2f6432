import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps,
  type MenuProps,
  MenuTrigger,
  Popover,
} from "react-aria-components";
import { Icon } from "./Icon";
import styles from "./Popover.module.css";

interface Props extends Omit<MenuProps<object>, "className" | "style" | "children"> {
  trigger: ReactNode;
  children: ReactNode;
}

/** A button that opens a list of actions or choices. */
export function Menu({ trigger, children, ...menu }: Props) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles["popover"] ?? ""} placement="bottom end">
        <AriaMenu {...menu} className={styles["menu"] ?? ""}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface ItemProps extends Omit<MenuItemProps, "className" | "style" | "children"> {
  children: ReactNode;
  hint?: string;
}

export function MenuItem({ children, hint, ...item }: ItemProps) {
  return (
    <AriaMenuItem {...item} className={styles["item"] ?? ""}>
      {({ isSelected, selectionMode }) => (
        <>
          {selectionMode !== "none" && (
            <span className={styles["mark"]}>{isSelected ? <Icon name="check" /> : null}</span>
          )}
          <span>
            {children}
            {hint ? <span className={styles["hint"]}>{hint}</span> : null}
          </span>
        </>
      )}
    </AriaMenuItem>
  );
}
