import { Button } from "@/shared/ui/Button";
import { type OpenSession, useEndSession } from "../api/account";
import { deviceName, sessionFacts } from "../model/sessionWords";
import styles from "./Panel.module.css";

function Line({ session }: { session: OpenSession }) {
  const end = useEndSession();
  const name = session.name ?? deviceName(session.userAgent);
  return (
    <li className={styles["line"]}>
      <span className={styles["what"]}>
        <span className={styles["name"]}>{name}</span>
        <span className={styles["facts"]}>{sessionFacts(session)}</span>
        {session.permissions ? (
          <span className={styles["facts"]}>{`May ${session.permissions.join(", ")}`}</span>
        ) : null}
      </span>
      {session.current ? (
        <span className={styles["here"]}>This browser</span>
      ) : (
        <Button
          look="danger"
          aria-label={`End ${name}`}
          isDisabled={end.isPending}
          onPress={() => end.mutate(session.sessionId)}
        >
          End
        </Button>
      )}
    </li>
  );
}

/** Open sessions or tokens, each with what its owner needs to recognise it. */
export function SessionLines({ sessions, none }: { sessions: OpenSession[]; none: string }) {
  if (sessions.length === 0) return <p className={styles["facts"]}>{none}</p>;
  return (
    <ul className={styles["list"]}>
      {sessions.map((session) => (
        <Line key={session.sessionId} session={session} />
      ))}
    </ul>
  );
}
