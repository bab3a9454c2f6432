import type { View } from "@/features/records/model/view";
import type { Session } from "@/shared/api/types";
import { LiveProvider } from "@/shared/live/LiveProvider";
import { Message } from "@/shared/ui/Message";
import { Gate } from "./Gate";
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

/** The records, once somebody is signed in. */
export function HomePage({ view, onView }: Props) {
  return <Gate>{(session) => <SignedIn session={session} view={view} onView={onView} />}</Gate>;
}
