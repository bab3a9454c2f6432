import { expect, test } from "../support/fixtures.ts";
import { inPems, list, plainRental } from "../support/server.ts";

const nextDay = (iso: string) => new Date(Date.parse(iso) + 86_400_000).toISOString().slice(0, 10);

test("edits end, rate and department in place and follows them into PEMS", async ({ page, signIn, open }) => {
  await signIn("planner");
  const record = await plainRental(page, 0);
  const records = await open();
  const { pfaId } = record;
  const before = await inPems(page, pfaId);
  const forecastBefore = await records.total("forecast").textContent();
  await records.row(pfaId).scrollIntoViewIfNeeded();

  const dor = record.dor === "BEO" ? "PROJECT" : "BEO";
  const rate = record.monthlyRate === "4321.50" ? "4321.75" : "4321.50";
  const end = nextDay(record.forecastEnd);
  await records.edit(pfaId, "forecastEnd", "+1");
  await records.edit(pfaId, "monthlyRate", rate);
  await records.edit(pfaId, "dor", dor);

  await expect(records.cell(pfaId, "forecastEnd")).toHaveText(end);
  await expect(records.state(pfaId)).toHaveText("Draft");
  await expect(records.drafts).toContainText("1 draft");
  await expect(records.drafts).toContainText(/forecast [+−]\$/);
  await expect(records.total("forecast")).not.toHaveText(forecastBefore ?? "");
  const { totals } = await list(page, { limit: 0 });
  await expect
    .poll(async () => (await records.total("forecast").textContent())?.replace(/[$,]/g, ""))
    .toBe(totals.forecast);
  expect(await inPems(page, pfaId)).toEqual(before);

  const states = await records.watchStates(pfaId);
  await page.getByRole("button", { name: "Save & Sync" }).click();
  await expect(records.commit).toContainText("1 of 1 in PEMS");
  await expect(records.state(pfaId)).toHaveText("Synced");
  const seen = (await states()).join(" ");
  expect(seen).toMatch(/^draft queued (syncing )?synced$/);
  await expect(records.drafts).toHaveCount(0);

  const after = await inPems(page, pfaId);
  expect(after["fields"]).toMatchObject({ forecastEnd: end, monthlyRate: rate, dor });
  expect(after["recordid"]).toBe(Number(before["recordid"]) + 1);
  await expect(page.getByTestId("sync-status")).toContainText("all written");
});

test("keeps drafts over a reload, undoes and redoes them, and discards them", async ({ page, signIn, open }) => {
  await signIn("planner");
  const record = await plainRental(page, 3);
  const records = await open(`?org=RIO&q=${record.pfaId}`);
  const { pfaId, forecastEnd } = record;
  await records.edit(pfaId, "forecastEnd", "+7");
  await expect(records.state(pfaId)).toHaveText("Draft");
  await page.keyboard.press("Control+z");
  await expect(records.cell(pfaId, "forecastEnd")).toHaveText(forecastEnd);
  await expect(records.state(pfaId)).toHaveText("Synced");
  await page.keyboard.press("Control+Shift+z");
  await expect(records.state(pfaId)).toHaveText("Draft");
  await expect(records.drafts).toContainText("1 draft");
  await expect.poll(async () => (await list(page, { limit: 1 }, ["syncStatus:eq:draft"])).records.length).toBe(1);

  await page.reload();
  await records.whenLoaded();
  await expect(records.state(pfaId)).toHaveText("Draft");
  await records.drafts.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Discard 1 draft" }).click();
  await expect(records.cell(pfaId, "forecastEnd")).toHaveText(forecastEnd);
  await expect(records.state(pfaId)).toHaveText("Synced");
});

test("says in the cell why an edit is not taken, and edits by keyboard alone", async ({ page, signIn, open }) => {
  await signIn("planner");
  const record = await plainRental(page, 5);
  const records = await open(`?org=RIO&q=${record.pfaId}`);
  const { pfaId, forecastEnd } = record;
  await records.cell(pfaId, "forecastEnd").click();
  await page.keyboard.type("1999-01-01");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Ends before it starts");
  await page.keyboard.press("Escape");
  await expect(records.cell(pfaId, "forecastEnd")).toHaveText(forecastEnd);
  await page.keyboard.press("F2");
  await page.keyboard.press("End");
  await page.keyboard.press("Tab");
  await expect(page.getByTestId("cell-hint")).toContainText("Type or press Enter to edit");
  await expect(page.getByText(`${pfaId} · Monthly rate`)).toBeVisible();
  await records.cell(pfaId, "planEnd").dblclick();
  await expect(page.getByText(/Plan end is locked/)).toBeVisible();
});
