import { Checkbox } from "react-aria-components";
import { PERMISSIONS } from "@/shared/api/types";
import check from "@/shared/ui/Check.module.css";
import field from "@/shared/ui/Field.module.css";
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
      <label className={field["field"]}>
        <span className={field["label"]}>Role</span>
        <select
          className={field["input"]}
          value={choice.role}
          onChange={(event) => onChoice(withRole(choice, event.target.value, roles))}
        >
          {roles.map((role) => (
            <option key={role.name}>{role.name}</option>
          ))}
        </select>
      </label>
      <fieldset className={styles["permissions"]}>
        <legend className={field["label"]}>May</legend>
        {PERMISSIONS.map((permission) => (
          <Checkbox
            key={permission}
            className={check["check"] ?? ""}
            isSelected={choice.allowed.has(permission)}
            onChange={(allowed) => onChoice(withPermission(choice, permission, allowed))}
          >
            <span className={check["box"]} aria-hidden="true" />
            {permissionWords(permission)}
            {own.includes(permission) === choice.allowed.has(permission) ? null : (
              <span className={styles["differs"]}>differs from the role</span>
            )}
          </Checkbox>
        ))}
      </fieldset>
      <label className={field["field"]}>
        <span className={field["label"]}>Last day of access (UTC; empty for no end)</span>
        <input
          className={field["input"]}
          type="date"
          value={choice.lastDay}
          onChange={(event) => onChoice({ ...choice, lastDay: event.target.value })}
        />
      </label>
    </>
  );
}
