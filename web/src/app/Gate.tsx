import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { Card } from "@/features/account/components/Card";
import { PasswordForm } from "@/features/account/components/PasswordForm";
import { SESSION_KEY, useSession } from "@/features/session/api/session";
import { SignIn } from "@/features/session/components/SignIn";
import { describeError } from "@/shared/api/problem";
import type { Session } from "@/shared/api/types";
import { Button } from "@/shared/ui/Button";
import { Message, WholePage } from "@/shared/ui/Message";

function PasswordDue() {
  const client = useQueryClient();
  return (
    <Card title="Choose your own password" lead="Yours was set by somebody else. Change it before you go on.">
      <PasswordForm onChanged={() => void client.invalidateQueries({ queryKey: SESSION_KEY })} />
    </Card>
  );
}

/** Sign-in while nobody is signed in, so that the address keeps what was asked for afterwards. */
export function Gate({ children }: { children: (session: Session) => ReactNode }) {
  const { data: session, error, isPending, refetch } = useSession();
  const wasSignedIn = useRef(false);
  useEffect(() => {
    if (session) wasSignedIn.current = true;
  }, [session]);
  if (isPending) return null;
  if (error && session === undefined) {
    const retry = (
      <Button look="primary" onPress={() => void refetch()}>
        Try again
      </Button>
    );
    return (
      <WholePage>
        <Message icon="warning" title="PFA Vanguard is not answering" bad actions={retry}>
          {describeError(error)}
        </Message>
      </WholePage>
    );
  }
  if (!session) return <SignIn expired={wasSignedIn.current} />;
  return session.user.passwordChangeDue ? <PasswordDue /> : children(session);
}
