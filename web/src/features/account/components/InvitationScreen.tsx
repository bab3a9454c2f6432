import { type FormEvent, useState } from "react";
import { Form } from "react-aria-components";
import { ApiProblem, describeError } from "@/shared/api/problem";
import { Button } from "@/shared/ui/Button";
import { notify } from "@/shared/ui/notices";
import { useAcceptInvitation } from "../api/account";
import { Card } from "./Card";
import { Field, Refusal } from "./Fields";
import styles from "./Panel.module.css";

function refusal(error: unknown): string | null {
  if (!error) return null;
  return error instanceof ApiProblem && error.code === "invitation_gone"
    ? "This link has been used or is too old. Ask whoever invited you for another one."
    : describeError(error);
}

/** Sets the first password by a one-time link; its token is behind the # and never sent in an address. */
export function InvitationScreen({ onDone }: { onDone: () => void }) {
  const [token] = useState(() => window.location.hash.slice(1));
  const accept = useAcceptInvitation();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    accept.mutate(
      { token, password },
      {
        onSuccess: () => {
          notify("good", "Your password is set. Sign in with it.");
          onDone();
        },
      },
    );
  };
  return (
    <Card title="Welcome" lead="Choose the password that you will sign in with.">
      <Form className={styles["form"] ?? ""} onSubmit={submit}>
        <Refusal
          text={token ? refusal(accept.error) : "This link is not complete. Open it as you were sent it."}
        />
        <Field
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          minLength={12}
          maxLength={200}
          isRequired
          autoFocus
          hint="At least 12 characters; a few words are easy to remember."
        />
        <Button type="submit" look="primary" isDisabled={accept.isPending || !token}>
          Set password
        </Button>
      </Form>
    </Card>
  );
}
