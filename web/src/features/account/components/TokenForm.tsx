import { type FormEvent, useState } from "react";
import { Checkbox, Form } from "react-aria-components";
import { describeError } from "@/shared/api/problem";
import { Button } from "@/shared/ui/Button";
import check from "@/shared/ui/Check.module.css";
import { Dialog } from "@/shared/ui/Dialog";
import { useMakeToken } from "../api/account";
import { Field, Refusal } from "./Fields";
import styles from "./Panel.module.css";

function OnlyNow({ token, onClose }: { token: string; onClose: () => void }) {
  return (
    <Dialog
      title="Your new token"
      open
      onClose={onClose}
      actions={
        <Button look="primary" onPress={onClose}>
          I have copied it
        </Button>
      }
    >
      <p>Copy it now. It is shown this once and kept nowhere.</p>
      <div className={styles["token"]}>
        <code>{token}</code>
        <div>
          <Button onPress={() => void navigator.clipboard.writeText(token)}>Copy</Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Makes a token for a script, Excel or Power BI. */
export function TokenForm({ onClose }: { onClose: () => void }) {
  const make = useMakeToken();
  const [readOnly, setReadOnly] = useState(true);
  if (make.data) return <OnlyNow token={make.data.token} onClose={onClose} />;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    make.mutate({
      name: String(data.get("name") ?? ""),
      days: Number(data.get("days")),
      ...(readOnly ? { permissions: ["Read", "ViewFinancials", "Export"] } : {}),
    });
  };
  return (
    <Dialog
      title="New access token"
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" form="new-token" look="primary" isDisabled={make.isPending}>
            Make token
          </Button>
        </>
      }
    >
      <Form id="new-token" className={styles["form"] ?? ""} onSubmit={submit}>
        <Refusal text={make.error ? describeError(make.error) : null} />
        <Field name="name" label="What it is for" maxLength={100} isRequired autoFocus />
        <Field
          name="days"
          label="Valid for days"
          type="number"
          defaultValue="90"
          isRequired
          hint="1 to 366"
        />
        <Checkbox isSelected={readOnly} onChange={setReadOnly} className={check["check"] ?? ""}>
          <span className={check["box"]} aria-hidden="true" />
          Read only: it changes nothing
        </Checkbox>
      </Form>
    </Dialog>
  );
}
