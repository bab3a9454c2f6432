import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakeServer } from "@/test/fakeServer";
import { FakeSockets } from "@/test/fakeSockets";
import { cell, openPage, rowOf, whenLoaded } from "@/test/page";
import { rental } from "@/test/records";

beforeEach(() => void new FakeSockets({ at: 3 }));

const saved = (server: FakeServer) =>
  server.posted("/api/pfa-data/save-draft").map(({ body }) => body.changes);
const draftsBar = () => within(screen.getByTestId("drafts-bar"));

async function edit(user: ReturnType<typeof openPage>, pfaId: string, field: string, typed: string) {
  await user.dblClick(cell(pfaId, field));
  await user.clear(screen.getByRole("textbox"));
  await user.keyboard(`${typed}{Enter}`);
}

describe("editing in place", () => {
  it("shows the edit at once and saves it on the version that was shown", async () => {
    const server = new FakeServer([rental("A"), rental("B")]);
    const user = openPage();
    await whenLoaded("A");
    await edit(user, "A", "forecastEnd", "+10");
    expect(cell("A", "forecastEnd").textContent).toBe("2026-04-10");
    expect(rowOf("A").getByText("Draft")).toBeTruthy();
    expect(draftsBar().getByText("1 draft")).toBeTruthy();
    expect(draftsBar().getByText("forecast +$1,000.00")).toBeTruthy();
    const change = { pfaId: "A", baseVersion: 7, fields: { forecastEnd: "2026-04-10" } };
    await waitFor(() => expect(saved(server)).toEqual([[change]]));
  });

  it("keeps what was typed, with the server's reason, when it is refused", async () => {
    const errors = [
      { index: 0, pfaId: "A", field: "monthlyRate", code: "negative", message: "PEMS has no such rate." },
    ];
    new FakeServer([rental("A")]).on("POST /api/pfa-data/save-draft", () => ({
      status: 422,
      body: { code: "invalid_changes", detail: "Some changes are not valid.", errors },
    }));
    const user = openPage();
    await whenLoaded("A");
    await edit(user, "A", "monthlyRate", "777");
    await waitFor(() => expect(cell("A", "monthlyRate").getAttribute("aria-invalid")).toBe("true"));
    expect(cell("A", "monthlyRate").getAttribute("aria-label")).toBe(
      "Monthly rate: 777. PEMS has no such rate.",
    );
    expect(rowOf("A").queryByText("Draft")).toBeNull();
    expect(draftsBar().getByText("1 cell not saved")).toBeTruthy();
  });

  it("does not let go of a value that breaks a rule, and gives it up by Escape", async () => {
    const server = new FakeServer([rental("A")]);
    const user = openPage();
    await whenLoaded("A");
    await edit(user, "A", "forecastEnd", "2020-01-01");
    expect(screen.getByRole("alert").textContent).toContain("Ends before it starts");
    await user.keyboard("{Escape}");
    expect(cell("A", "forecastEnd").textContent).toBe("2026-03-31");
    expect(saved(server)).toEqual([]);
  });

  it("takes an edit back and brings it again", async () => {
    const server = new FakeServer([
      rental("A", { draft: { modificationId: "m-A", baseVersion: 7, fields: ["dor"] } }),
    ]);
    const user = openPage();
    await whenLoaded("A");
    await edit(user, "A", "monthlyRate", "6088");
    await waitFor(() => expect(saved(server)).toHaveLength(1));
    fireEvent.keyDown(window, { key: "z", ctrlKey: true });
    await waitFor(() => expect(saved(server)[1]?.[0].fields).toEqual({ monthlyRate: "3044.00" }));
    fireEvent.keyDown(window, { key: "z", ctrlKey: true, shiftKey: true });
    await waitFor(() => expect(saved(server)[2]?.[0].fields).toEqual({ monthlyRate: "6088" }));
  });

  it("gives up a draft that is undone before the server has even named it", async () => {
    const server = new FakeServer([rental("A")]).on("POST /api/pfa-data/discard-drafts", () => {
      server.change("A", rental("A"));
      return {};
    });
    const user = openPage();
    await whenLoaded("A");
    await edit(user, "A", "forecastEnd", "+10");
    fireEvent.keyDown(window, { key: "z", ctrlKey: true });
    await waitFor(() => expect(cell("A", "forecastEnd").textContent).toBe("2026-03-31"));
    expect(server.posted("/api/pfa-data/discard-drafts")[0]?.body.modificationIds).toEqual(["m-A"]);
    expect(rowOf("A").getByText("Synced")).toBeTruthy();
  });

  it("opens no locked cell and says why", async () => {
    new FakeServer([rental("A")]);
    const user = openPage();
    await whenLoaded("A");
    await user.dblClick(cell("A", "planEnd"));
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(await screen.findByText(/Plan end is locked/)).toBeTruthy();
  });
});
