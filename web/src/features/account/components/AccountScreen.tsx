import { useState } from "react";
import { describeError } from "@/shared/api/problem";
import type { User } from "@/shared/api/types";
import { Button } from "@/shared/ui/Button";
import { notify } from "@/shared/ui/notices";
import { type OpenSession, useEndOthers, useOpenSessions } from "../api/account";
import styles from "./AccountScreen.module.css";
import { Refusal } from "./Fields";
import { Panel } from "./Panel";
import { PasswordForm } from "./PasswordForm";
import { SessionLines } from "./SessionLines";
import { TokenForm } from "./TokenForm";

const NONE: OpenSession[] = [];

function SignedInAt({ sessions }: { sessions: OpenSession[] }) {
  const endOthers = useEndOthers();
  return (
    <Panel
      title="Where you are signed in"
      lead="End what you do not recognise; it is out within a second, everywhere."
      action={
        <Button
          isDisabled={sessions.length < 2 || endOthers.isPending}
          onPress={() => endOthers.mutate(undefined)}
        >
          End all others
        </Button>
      }
    >
      <SessionLines sessions={sessions} none="Nowhere." />
    </Panel>
  );
}

function Tokens({ tokens }: { tokens: OpenSession[] }) {
  const [making, setMaking] = useState(false);
  return (
    <Panel
      title="Access tokens"
      lead="For scripts, Excel and Power BI. A token never does more than you may at that moment."
      action={<Button onPress={() => setMaking(true)}>New token…</Button>}
    >
      <SessionLines sessions={tokens} none="You have none." />
      {making ? <TokenForm onClose={() => setMaking(false)} /> : null}
    </Panel>
  );
}

/** What belongs to me: where I am signed in, my tokens, my password. */
export function AccountScreen({ user }: { user: User }) {
  const { data, error } = useOpenSessions();
  const all = data ?? NONE;
  return (
    <div className={styles["screen"]}>
      <header>
        <h1 className={styles["title"]}>Your account</h1>
        <p className={styles["lead"]}>{`${user.displayName} · ${user.username}`}</p>
      </header>
      <Refusal text={error ? describeError(error) : null} />
      <SignedInAt sessions={all.filter((each) => each.kind !== "access_token")} />
      <Tokens tokens={all.filter((each) => each.kind === "access_token")} />
      <Panel title="Password" lead="Changing it ends all your other sessions and tokens.">
        <PasswordForm onChanged={() => notify("good", "Your password is changed.")} />
      </Panel>
    </div>
  );
}
