import { act, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakeServer } from "@/test/fakeServer";
import { FakeSockets } from "@/test/fakeSockets";
import { openPage, whenLoaded } from "@/test/page";
import { rental } from "@/test/records";

let sockets: FakeSockets;
beforeEach(() => {
  sockets = new FakeSockets({ at: 0 });
});

const standing = (state: string, message: string | null = null) => ({
  body: { state, message, startsAt: "2026-11-25T18:00:00Z", endsAt: "2026-11-25T19:00:00Z" },
});

describe("maintenance", () => {
  it("is announced above the records, which stay usable", async () => {
    new FakeServer([rental("A")]).on("GET /api/maintenance", () => standing("announced", "Release 4.1."));
    openPage();
    await whenLoaded("A");
    expect(screen.getByText(/Planned maintenance/).parentElement?.textContent).toMatch(
      /Release 4\.1\. From .* to/,
    );
  });

  it("says why nothing can be saved while people may look", async () => {
    new FakeServer([rental("A")]).on("GET /api/maintenance", () => standing("banner"));
    openPage();
    await whenLoaded("A");
    expect(screen.getByText(/you can look, but not save/)).toBeTruthy();
  });

  it("takes the place of an open page as soon as it is switched on", async () => {
    const server = new FakeServer([rental("A")]);
    openPage();
    await whenLoaded("A");
    server.on("GET /api/maintenance", () => standing("page", "Release 4.1."));
    act(() => {
      sockets.latest.tell({
        type: "FLAG_CHANGED",
        organizationId: "RIO",
        sequence: 1,
        timestamp: "2026-11-25T18:00:00Z",
        data: { flag: "maintenance", enabled: true },
      });
    });
    expect(await screen.findByText("PFA Vanguard is being maintained")).toBeTruthy();
    expect(screen.getByText(/Release 4\.1\. Expected to end/)).toBeTruthy();
    expect(screen.queryByRole("rowheader", { name: "A" })).toBeNull();
  });

  it("lets administrators through", async () => {
    const session = {
      user: { id: "u9", username: "admin", displayName: "Ada Admin", systemRole: null },
      organizations: [
        { id: "RIO", name: "Rio", currency: "USD", role: "admin", permissions: ["Read", "ManageSettings"] },
      ],
    };
    new FakeServer([rental("A")])
      .on("GET /api/auth/me", () => ({ body: session }))
      .on("GET /api/maintenance", () => standing("page"));
    openPage();
    expect(await whenLoaded("A")).toBeTruthy();
  });

  it("lets nobody who is signed out see more than the way in", async () => {
    new FakeServer([])
      .on("GET /api/auth/me", () => ({ status: 401, body: { code: "unauthenticated" } }))
      .on("GET /api/maintenance", () => standing("page"));
    const user = openPage();
    await user.click(await screen.findByRole("button", { name: "Sign in as administrator" }));
    expect(await screen.findByLabelText("Username")).toBeTruthy();
  });
});
