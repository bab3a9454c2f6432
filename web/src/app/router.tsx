import { createRootRoute, createRoute, createRouter, Outlet, useNavigate } from "@tanstack/react-router";
import { z } from "zod";
import { InvitationScreen } from "@/features/account/components/InvitationScreen";
import { type View, viewSchema } from "@/features/records/model/view";
import { readSearch, writeSearch } from "@/shared/lib/search";
import { Button } from "@/shared/ui/Button";
import { Message, WholePage } from "@/shared/ui/Message";
import { Notices } from "@/shared/ui/Notices";
import { HomePage } from "./HomePage";
import { Maintained } from "./Maintained";
import { AccountPage, PeoplePage } from "./SettingsPages";

function Root() {
  return (
    <>
      <Maintained>
        <Outlet />
      </Maintained>
      <Notices />
    </>
  );
}

function NotFound() {
  const navigate = useNavigate();
  return (
    <WholePage>
      <Message
        icon="search"
        title="There is no such page"
        actions={
          <Button look="primary" onPress={() => void navigate({ to: "/" })}>
            Go to the records
          </Button>
        }
      >
        The address may be mistyped, or the page has moved.
      </Message>
    </WholePage>
  );
}

const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound });

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: (search) => viewSchema.parse(search),
  component: function Home() {
    const view = homeRoute.useSearch();
    const navigate = useNavigate();
    // Another organization is another place to go back from; a filter is only another look at this one.
    const show = (next: View) =>
      void navigate({ to: "/", search: next, replace: next.org === view.org && next.sort === view.sort });
    return <HomePage view={view} onView={show} />;
  },
});

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/account",
  component: function Account() {
    const navigate = useNavigate();
    return <AccountPage onPick={(org) => void navigate({ to: "/", search: viewSchema.parse({ org }) })} />;
  },
});

const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/people",
  validateSearch: z.object({ org: z.string().optional().catch(undefined) }),
  component: function People() {
    const { org } = peopleRoute.useSearch();
    const navigate = useNavigate();
    return (
      <PeoplePage
        organizationId={org}
        onPick={(next) => void navigate({ to: "/people", search: { org: next } })}
      />
    );
  },
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/invitation",
  component: function Invitation() {
    const navigate = useNavigate();
    return <InvitationScreen onDone={() => void navigate({ to: "/", replace: true })} />;
  },
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([homeRoute, accountRoute, peopleRoute, invitationRoute]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
