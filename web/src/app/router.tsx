import { createRootRoute, createRoute, createRouter, Outlet, useNavigate } from "@tanstack/react-router";
import { type View, viewSchema } from "@/features/records/model/view";
import { readSearch, writeSearch } from "@/shared/lib/search";
import { Button } from "@/shared/ui/Button";
import { Message, WholePage } from "@/shared/ui/Message";
import { Notices } from "@/shared/ui/Notices";
import { HomePage } from "./HomePage";

function Root() {
  return (
    <>
      <Outlet />
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

export const router = createRouter({
  routeTree: rootRoute.addChildren([homeRoute]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
