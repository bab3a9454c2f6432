import { Button as AriaButton, type ButtonProps } from "react-aria-components";
import styles from "./Button.module.css";

interface Props extends Omit<ButtonProps, "className" | "style"> {
  look?: "plain" | "primary" | "danger" | "quiet";
  iconOnly?: boolean;
}

export function Button({ look = "plain", iconOnly = false, ...props }: Props) {
  const classes = [styles["button"], styles[look], iconOnly ? styles["icon"] : ""];
  return <AriaButton {...props} className={classes.filter(Boolean).join(" ")} />;
}
