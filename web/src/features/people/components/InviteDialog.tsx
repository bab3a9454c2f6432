import { type FormEvent, useState } from "react";
import { Form } from "react-aria-components";
import { describeError } from "@/shared/api/problem";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import field from "@/shared/ui/Field.module.css";
import { type RoleTemplate, useInvite } from "../api/people";
import { accessOf, type Choice, choiceOf } from "../model/access";
import { AccessFields } from "./AccessFields";
import styles from "./People.module.css";

function Invited({ token, onClose }: { token: string | null; onClose: () => void }) {
  const link = token ? `${window.location.origin}/invitation#${token}` : null;
  return (
    <Dialog
      title={link ? "Send them this link" : "They are a member now"}
      open
      onClose={onClose}
      actions={
        <>
          {link ? <Button onPress={() => void navigator.clipboard.writeText(link)}>Copy</Button> : null}
          <Button look="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      {link ? (
        <>
          <p>It lets them choose a password, once, within three days. It is shown only now.</p>
          <code className={styles["link"]}>{link}</code>
        </>
      ) : (
        <p>They have an account already and sign in as before.</p>
      )}
    </Dialog>
  );
}

interface Props {
  organizationId: string;
  roles: RoleTemplate[];
  onClose: () => void;
}

/** Makes somebody a member, with a one-time link when they are new here. */
export function InviteDialog({ organizationId, roles, onClose }: Props) {
  const invite = useInvite(organizationId);
  const first = { role: roles[0]?.name ?? "", granted: [], revoked: [], expiresAt: null };
  const [choice, setChoice] = useState<Choice>(() => choiceOf(first, roles));
  if (invite.data) return <Invited token={invite.data.invitationToken} onClose={onClose} />;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    invite.mutate({ username: text("username"), displayName: text("name"), ...accessOf(choice, roles) });
  };
  return (
    <Dialog
      title="Invite somebody"
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" form="invite" look="primary" isDisabled={invite.isPending}>
            Invite
          </Button>
        </>
      }
    >
      <Form id="invite" className={styles["form"] ?? ""} onSubmit={submit}>
        {invite.error ? (
          <p className={styles["refusal"]} role="alert">
            {describeError(invite.error)}
          </p>
        ) : null}
        <label className={field["field"]}>
          <span className={field["label"]}>Username or e-mail</span>
          <input className={field["input"]} name="username" maxLength={200} required autoCapitalize="none" />
        </label>
        <label className={field["field"]}>
          <span className={field["label"]}>Name</span>
          <input className={field["input"]} name="name" maxLength={200} required />
        </label>
        <AccessFields choice={choice} roles={roles} onChoice={setChoice} />
      </Form>
    </Dialog>
  );
}
