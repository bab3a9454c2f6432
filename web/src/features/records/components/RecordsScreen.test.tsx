import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakeServer } from "@/test/fakeServer";
import { FakeSockets } from "@/test/fakeSockets";
import { cell, openPage, rowOf, whenLoaded } from "@/test/page";
import { onSite, rental } from "@/test/records";

let sockets: FakeSockets;
beforeEach(() => {
  sockets = new FakeSockets({ at: 3 });
});

const saved = (server: FakeServer) =>
  server.posted("/api/pfa-data/save-draft").map(({ body }) => body.changes);

async function edit(user: ReturnType<typeof openPage>, pfaId: string, field: string, typed: string) {
  await user.dblClick(cell(pfaId, field));
  await user.clear(screen.getByRole("textbox"));
  await user.keyboard(`${typed}{Enter}`);
}

describe("many at once", () => {
  it("shifts the selected records in one request, without those it would shorten", async () => {
    const server = new FakeServer([rental("A"), rental("B"), onSite("C", null)]);
    const user = openPage();
    await whenLoaded("A");
    fireEvent.click(cell("A", "select"));
    fireEvent.click(cell("C", "select"), { shiftKey: true });
    await user.click(screen.getByRole("button", { name: "Shift by days…" }));
    const dialog = within(screen.getByRole("dialog"));
    expect(dialog.getByText(/1 cannot and stay as they are/)).toBeTruthy();
    await user.click(dialog.getByRole("button", { name: "Shift 2 records" }));
    await waitFor(() => expect(saved(server)).toHaveLength(1));
    expect(saved(server)[0]?.map((change: { pfaId: string }) => change.pfaId)).toEqual(["A", "B"]);
  });
});

describe("ticking rows", () => {
  it("ticks when the button goes down, for the click is lost when the row moves before it comes up", async () => {
    new FakeServer([rental("A"), rental("B"), rental("C")]);
    openPage();
    await whenLoaded("A");
    fireEvent.mouseDown(cell("A", "select"));
    fireEvent.mouseDown(cell("C", "select"), { shiftKey: true });
    expect(screen.getByTestId("selection-bar").textContent).toContain("3 selected");
  });

  it("takes a press and its click as one", async () => {
    new FakeServer([rental("A"), rental("B")]);
    const user = openPage();
    await whenLoaded("A");
    await user.click(cell("A", "select"));
    await user.click(cell("B", "select"));
    expect(screen.getByTestId("selection-bar").textContent).toContain("2 selected");
  });
});

describe("on the way to PEMS", () => {
  it("goes from draft to queued, syncing and synced as the events come", async () => {
    const server = new FakeServer([rental("A")]);
    const user = openPage();
    await whenLoaded("A");
    await edit(user, "A", "forecastEnd", "2026-04-30");
    await waitFor(() => expect(saved(server)).toHaveLength(1));
    await user.click(screen.getByRole("button", { name: "Save & Sync" }));
    await waitFor(() => expect(rowOf("A").getByText("Queued")).toBeTruthy());
    sockets.latest.event(4, "SYNC_STARTED", "A");
    await waitFor(() => expect(rowOf("A").getByText("Syncing")).toBeTruthy());
    server.change("A", { syncStatus: "synced", version: 8 });
    sockets.latest.event(5, "SYNC_SUCCESS", "A", { version: 8 });
    await waitFor(() => expect(rowOf("A").getByText("Synced")).toBeTruthy());
    await waitFor(() => expect(screen.getByTestId("commit-bar").textContent).toContain("1 of 1 in PEMS"));
    expect(server.posted("/api/pfa-data/commit-drafts")[0]?.body.modificationIds).toEqual(["m-A"]);
  });
});

describe("without the right to see money", () => {
  it("has no amount and no cell to edit", async () => {
    const masked = {
      planCost: null,
      forecastCost: null,
      actualCost: null,
      variance: null,
      monthlyRate: null,
    };
    const person = { user: { displayName: "Vera", username: "v" } };
    const rio = { id: "RIO", name: "Rio Grande LNG", currency: "USD", role: "viewer", permissions: ["Read"] };
    new FakeServer([rental("A", masked)]).on("GET /api/auth/me", () => ({
      body: { ...person, organizations: [rio] },
    }));
    const user = openPage({ org: "RIO", sort: "planCost" });
    await whenLoaded("A");
    expect(document.body.textContent).not.toContain("$");
    expect(document.querySelector("[data-field=planCost]")).toBeNull();
    expect(screen.queryByRole("button", { name: "Read from PEMS" })).toBeNull();
    await user.dblClick(cell("A", "forecastEnd"));
    expect(screen.queryByRole("textbox")).toBeNull();
  });
});
