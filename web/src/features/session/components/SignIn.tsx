import { type FormEvent, useEffect, useRef } from "react";
import { FieldError, Form, Input, Label, TextField } from "react-aria-components";
import { ApiProblem, describeError } from "@/shared/api/problem";
import { Brand } from "@/shared/ui/Brand";
import { Button } from "@/shared/ui/Button";
import card from "@/shared/ui/Card.module.css";
import field from "@/shared/ui/Field.module.css";
import { Icon } from "@/shared/ui/Icon";
import { useSignIn } from "../api/session";
import { ssoRefusal } from "../model/ssoRefusal";
import styles from "./SignIn.module.css";
import { SingleSignOn } from "./SingleSignOn";

/** One sentence for every wrong pair, so that nobody learns which half was right. */
function refusal(error: unknown): string {
  if (error instanceof ApiProblem && (error.status === 401 || error.status === 400)) {
    return "This username and password do not match. Check both and try again.";
  }
  if (error instanceof ApiProblem && error.status === 429) {
    return "Too many attempts. Wait a minute and try again.";
  }
  return describeError(error);
}

function Field({ name, label, type }: { name: string; label: string; type: string }) {
  const autoComplete = name === "username" ? "username" : "current-password";
  return (
    <TextField
      className={field["field"] ?? ""}
      name={name}
      type={type}
      autoComplete={autoComplete}
      isRequired
    >
      <Label className={field["label"] ?? ""}>{label}</Label>
      <Input className={`${field["input"]} ${styles["input"]}`} autoCapitalize="none" spellCheck={false} />
      <FieldError className={styles["hint"] ?? ""}>{`Enter your ${label.toLowerCase()}.`}</FieldError>
    </TextField>
  );
}

export function SignIn({ expired }: { expired: boolean }) {
  const signIn = useSignIn();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const problem = signIn.isError ? refusal(signIn.error) : ssoRefusal(window.location.search);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "");
    signIn.mutate(
      { username: text("username").trim(), password: text("password") },
      { onError: () => form.current?.querySelector<HTMLInputElement>("[type=password]")?.select() },
    );
  };
  return (
    <main className={styles["page"]}>
      <div className={card["card"]}>
        <Brand />
        <div>
          <h1 className={card["title"]}>Sign in</h1>
          <p className={card["lead"]}>
            {expired
              ? "Your session ended. Sign in to go on where you were."
              : "Plan, forecast and actuals in one place."}
          </p>
        </div>
        {problem ? (
          <p className={styles["problem"]} role="alert">
            <Icon name="warning" />
            {problem}
          </p>
        ) : null}
        <Form ref={form} className={styles["form"] ?? ""} onSubmit={submit}>
          <Field name="username" label="Username" type="text" />
          <Field name="password" label="Password" type="password" />
          <Button type="submit" look="primary" isDisabled={signIn.isPending}>
            {signIn.isPending ? "Signing in…" : "Sign in"}
          </Button>
        </Form>
        <SingleSignOn />
      </div>
    </main>
  );
}
