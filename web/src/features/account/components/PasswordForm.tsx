import { type FormEvent, useRef } from "react";
import { Form } from "react-aria-components";
import { ApiProblem, describeError } from "@/shared/api/problem";
import { Button } from "@/shared/ui/Button";
import { useChangePassword } from "../api/account";
import { Field, Refusal } from "./Fields";
import styles from "./Panel.module.css";

function refusal(error: unknown): string | null {
  if (!error) return null;
  return error instanceof ApiProblem && error.code === "bad_credentials"
    ? "The current password is not right."
    : describeError(error);
}

/** Changes my password; whoever else is in by the old one is out. */
export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const change = useChangePassword();
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "");
    change.mutate(
      { currentPassword: text("current"), newPassword: text("new") },
      {
        onSuccess: () => {
          form.current?.reset();
          onChanged();
        },
      },
    );
  };
  return (
    <Form ref={form} className={styles["form"] ?? ""} onSubmit={submit}>
      <Refusal text={refusal(change.error)} />
      <Field
        name="current"
        label="Current password"
        type="password"
        autoComplete="current-password"
        isRequired
      />
      <Field
        name="new"
        label="New password"
        type="password"
        autoComplete="new-password"
        minLength={12}
        maxLength={200}
        isRequired
        hint="At least 12 characters; a few words are easy to remember."
      />
      <div>
        <Button type="submit" look="primary" isDisabled={change.isPending}>
          Change password
        </Button>
      </div>
    </Form>
  );
}
