import { AccountScreen } from "@/features/account/components/AccountScreen";
import { PeopleScreen } from "@/features/people/components/PeopleScreen";
import { Message } from "@/shared/ui/Message";
import { Gate } from "./Gate";
import { Shell } from "./Shell";

interface AccountProps {
  onPick: (organizationId: string) => void;
}

export function AccountPage({ onPick }: AccountProps) {
  return (
    <Gate>
      {(session) => (
        <Shell session={session} organization={null} onPick={onPick}>
          <AccountScreen user={session.user} />
        </Shell>
      )}
    </Gate>
  );
}

interface PeopleProps extends AccountProps {
  organizationId: string | undefined;
}

export function PeoplePage({ organizationId, onPick }: PeopleProps) {
  return (
    <Gate>
      {(session) => {
        const managed = session.organizations.filter((each) => each.permissions.includes("ManageUsers"));
        const wanted = organizationId ?? managed[0]?.id;
        const organization = managed.find((each) => each.id === wanted) ?? null;
        return (
          <Shell session={session} organization={organization} onPick={onPick}>
            {organization ? (
              <PeopleScreen
                key={organization.id}
                organizationId={organization.id}
                administrator={session.user.systemRole === "system_admin"}
              />
            ) : (
              <Message icon="person" title="Nobody here is yours to manage">
                Managing people takes the permission Manage users in the organization.
              </Message>
            )}
          </Shell>
        );
      }}
    </Gate>
  );
}
