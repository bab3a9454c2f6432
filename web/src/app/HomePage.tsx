import { useEffect, useRef } from "react";
import type { View } from "@/features/records/model/view";
import { useSession } from "@/features/session/api/session";
import { SignIn } from "@/features/session/components/SignIn";
import { describeError } from "@/shared/api/problem";
import type { Session } from "@/shared/api/types";
import { LiveProvider } from "@/shared/live/LiveProvider";
import { Button } from "@/shared/ui/Button";
import { Message, WholePage } from "@/shared/ui/Message";
import { OrganizationPage } from "./OrganizationPage";
import { Shell } from "./Shell";

interface Props {
  view: View;
  onView: (view: View) => void;
}

function SignedIn({ session, view, onView }: Props & { session: Session }) {
  const { organizations } = session;
  const wanted = view.org ?? organizations[0]?.id;
  const organization = organizations.find((each) => each.id === wanted) ?? null;
  const pick = (org: string) => onView({ ...view, org });
  if (organization) {
    return (
      <LiveProvider key={organization.id} organizationId={organization.id}>
        <OrganizationPage session={session} organization={organization} view={view} onView={onView} />
      </LiveProvider>
    );
  }
  return (
    <Shell session={session} organization={null} onPick={pick}>
      {organizations.length === 0 ? (
        <Message icon="building" title="No organization yet">
          Your account works, but it is not part of any organization. Ask an administrator for access.
        </Message>
      ) : (
        <Message icon="building" title="This organization is not yours to see">
          {`There is no organization ${view.org} among yours. Choose another one above.`}
        </Message>
      )}
    </Shell>
  );
}

/** The one page: sign-in while nobody is signed in, so that the address keeps the view for afterwards. */
export function HomePage({ view, onView }: Props) {
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
  return <SignedIn session={session} view={view} onView={onView} />;
}
