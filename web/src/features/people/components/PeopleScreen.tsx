import { useState } from "react";
import { describeError } from "@/shared/api/problem";
import { Button } from "@/shared/ui/Button";
import { type Member, type RoleTemplate, useEnable, useMembers, useRoles } from "../api/people";
import { differenceWords } from "../model/access";
import { AccessDialog } from "./AccessDialog";
import { InviteDialog } from "./InviteDialog";
import styles from "./People.module.css";

interface LineProps {
  organizationId: string;
  member: Member;
  administrator: boolean;
  onAccess: () => void;
}

function Line({ organizationId, member, administrator, onAccess }: LineProps) {
  const enable = useEnable(organizationId, member.userId);
  const mark = !member.enabled ? "disabled" : member.invited ? "invited" : null;
  const until = member.expiresAt ? `until ${member.expiresAt.slice(0, 10)}` : "no end";
  return (
    <li className={styles["line"]}>
      <span className={styles["who"]}>
        <span className={styles["name"]}>
          {member.displayName}
          {mark ? <span className={styles["mark"]}>{mark}</span> : null}
        </span>
        <span className={styles["facts"]}>{member.username}</span>
      </span>
      <span className={styles["may"]}>
        <span>{member.role}</span>
        <span className={styles["facts"]}>
          {[differenceWords(member), until].filter(Boolean).join(" · ")}
        </span>
      </span>
      {administrator ? (
        <Button
          look={member.enabled ? "danger" : "plain"}
          aria-label={`${member.enabled ? "Disable" : "Enable"} ${member.displayName}`}
          isDisabled={enable.isPending}
          onPress={() => enable.mutate(!member.enabled)}
        >
          {member.enabled ? "Disable" : "Enable"}
        </Button>
      ) : null}
      <Button aria-label={`Access of ${member.displayName}`} onPress={onAccess}>
        Access…
      </Button>
    </li>
  );
}

const NO_ROLES: RoleTemplate[] = [];

interface Props {
  organizationId: string;
  /** Whoever may disable accounts everywhere. */
  administrator: boolean;
}

/** The members of one organization and what each may do there. */
export function PeopleScreen({ organizationId, administrator }: Props) {
  const { data: members, error } = useMembers(organizationId);
  const { data: roles = NO_ROLES } = useRoles(organizationId);
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<Member | null>(null);
  return (
    <div className={styles["screen"]}>
      <header className={styles["head"]}>
        <div>
          <h1 className={styles["title"]}>{`People of ${organizationId}`}</h1>
          <p className={styles["lead"]}>Changes bite with the next request of whom they concern.</p>
        </div>
        <Button look="primary" isDisabled={roles.length === 0} onPress={() => setInviting(true)}>
          Invite…
        </Button>
      </header>
      {error ? (
        <p className={styles["refusal"]} role="alert">
          {describeError(error)}
        </p>
      ) : (
        <ul className={styles["list"]}>
          {members?.map((member) => (
            <Line
              key={member.userId}
              organizationId={organizationId}
              member={member}
              administrator={administrator}
              onAccess={() => setChanging(member)}
            />
          ))}
        </ul>
      )}
      {inviting ? (
        <InviteDialog organizationId={organizationId} roles={roles} onClose={() => setInviting(false)} />
      ) : null}
      {changing ? (
        <AccessDialog
          organizationId={organizationId}
          member={changing}
          roles={roles}
          onClose={() => setChanging(null)}
        />
      ) : null}
    </div>
  );
}
