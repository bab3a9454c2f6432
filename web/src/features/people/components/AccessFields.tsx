import { Checkbox } from "react-aria-components";
import { PERMISSIONS } from "@/shared/api/types";
import type { RoleTemplate } from "../api/people";
import { type Choice, permissionWords, withPermission, withRole } from "../model/access";
import styles from "./People.module.css";

interface Props {
  choice: Choice;
  roles: RoleTemplate[];
  onChoice: (choice: Choice) => void;
}

/** A role, where this person differs from it, and until when. */
export function AccessFields({ choice, roles, onChoice }: Props) {
  const own = roles.find((each) => each.name === choice.role)?.permissions ?? [];
  return (
    <>
      <label className={styles["field"]}>
        <span className={styles["label"]}>Role</span>
        <select
          className={styles["input"]}
          value={choice.role}
          onChange={(event) => onChoice(withRole(choice, event.target.value, roles))}
        >
          {roles.map((role) => (
            <option key={role.name}>{role.name}</option>
          ))}
        </select>
      </label>
      <fieldset className={styles["permissions"]}>
        <legend className={styles["label"]}>May</legend>
        {PERMISSIONS.map((permission) => (
          <Checkbox
            key={permission}
            className={styles["check"] ?? ""}
            isSelected={choice.allowed.has(permission)}
            onChange={(allowed) => onChoice(withPermission(choice, permission, allowed))}
          >
            <span className={styles["box"]} aria-hidden="true" />
            {permissionWords(permission)}
            {own.includes(permission) === choice.allowed.has(permission) ? null : (
              <span className={styles["differs"]}>differs from the role</span>
            )}
          </Checkbox>
        ))}
      </fieldset>
      <label className={styles["field"]}>
        <span className={styles["label"]}>Last day of access (UTC; empty for no end)</span>
        <input
          className={styles["input"]}
          type="date"
          value={choice.lastDay}
          onChange={(event) => onChoice({ ...choice, lastDay: event.target.value })}
        />
      </label>
    </>
  );
}
