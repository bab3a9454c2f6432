import { useState } from "react";
import { describeError } from "@/shared/api/problem";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import { type Member, type RoleTemplate, useChangeAccess, useRemoveMember } from "../api/people";
import { accessOf, type Choice, choiceOf } from "../model/access";
import { AccessFields } from "./AccessFields";
import styles from "./People.module.css";

interface Props {
  organizationId: string;
  member: Member;
  roles: RoleTemplate[];
  onClose: () => void;
}

/** Changes what one member may do here; it bites with their next request. */
export function AccessDialog({ organizationId, member, roles, onClose }: Props) {
  const change = useChangeAccess(organizationId, member.userId);
  const remove = useRemoveMember(organizationId, member.userId);
  const [choice, setChoice] = useState<Choice>(() => choiceOf(member, roles));
  const done = { onSuccess: onClose };
  const error = change.error ?? remove.error;
  return (
    <Dialog
      title={`Access of ${member.displayName}`}
      open
      onClose={onClose}
      actions={
        <>
          <Button look="danger" isDisabled={remove.isPending} onPress={() => remove.mutate(undefined, done)}>
            {`Remove from ${organizationId}`}
          </Button>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={change.isPending}
            onPress={() => change.mutate(accessOf(choice, roles), done)}
          >
            Save
          </Button>
        </>
      }
    >
      <div className={styles["form"]}>
        {error ? (
          <p className={styles["refusal"]} role="alert">
            {describeError(error)}
          </p>
        ) : null}
        <AccessFields choice={choice} roles={roles} onChoice={setChoice} />
      </div>
    </Dialog>
  );
}
