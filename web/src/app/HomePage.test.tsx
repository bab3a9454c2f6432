import { screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakeServer } from "@/test/fakeServer";
import { FakeSockets } from "@/test/fakeSockets";
import { cell, openPage, whenLoaded } from "@/test/page";
import { rental } from "@/test/records";

beforeEach(() => void new FakeSockets({ at: 0 }));

const nobody = () => ({ status: 401, body: { code: "unauthenticated", detail: "Sign in first." } });

describe("signing in", () => {
  it("says the same for any wrong pair, then lets the right one in", async () => {
    const server = new FakeServer([rental("A")])
      .on("GET /api/auth/me", nobody)
      .on("POST /api/auth/login", () => ({
        status: 401,
        body: { code: "bad_credentials", detail: "no such user" },
      }));
    const user = openPage();
    await user.type(await screen.findByLabelText("Username"), "planner");
    await user.type(screen.getByLabelText("Password"), "wrong");
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    expect((await screen.findByRole("alert")).textContent).toContain("do not match");
    const { user: person, organizations } = {
      user: { displayName: "Paula", username: "p" },
      organizations: [],
    };
    server.on("POST /api/auth/login", () => ({ body: { user: person, organizations } }));
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByText("No organization yet")).toBeTruthy();
  });

  it("is asked for again when the session has ended, and the address keeps the place", async () => {
    const server = new FakeServer([rental("A")]);
    const user = openPage();
    await whenLoaded("A");
    server.on("POST /api/pfa-data/save-draft", nobody);
    await user.dblClick(cell("A", "dor"));
    await user.selectOptions(screen.getByRole("combobox"), "PROJECT");
    await user.keyboard("{Enter}");
    expect(await screen.findByText(/Your session ended/)).toBeTruthy();
    await user.type(screen.getByLabelText("Username"), "planner");
    await user.type(screen.getByLabelText("Password"), "right");
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await whenLoaded("A")).toBeTruthy();
  });
});

describe("what the page says when there is nothing to show", () => {
  it("offers to read from PEMS where nothing was read yet", async () => {
    const server = new FakeServer([]).on("POST /api/pems/sync", () => ({
      status: 202,
      body: { syncId: "s1" },
    }));
    const user = openPage();
    await screen.findByText("No records yet");
    const buttons = screen.getAllByRole("button", { name: "Read from PEMS" });
    await user.click(buttons[buttons.length - 1] as HTMLElement);
    await waitFor(() => expect(server.posted("/api/pems/sync")).toHaveLength(1));
    expect(server.posted("/api/pems/sync")[0]?.body).toEqual({ organizationId: "RIO", syncType: "full" });
    expect(server.posted("/api/pems/sync")[0]?.headers.get("X-XSRF-TOKEN")).toBe("token-1");
  });

  it("tells a refusal apart from a fault, with the request to ask about", async () => {
    const denied = { status: 403, body: { code: "forbidden", detail: "No.", requestId: "r-77" } };
    new FakeServer([]).on("GET /api/pfa-data", () => denied);
    openPage();
    expect(await screen.findByText("You cannot see these records")).toBeTruthy();
    expect(screen.getByText("Request r-77")).toBeTruthy();
  });

  it("does not show an organization that is not one's own", async () => {
    new FakeServer([]);
    openPage({ org: "SECRET" });
    expect(await screen.findByText("This organization is not yours to see")).toBeTruthy();
  });
});
