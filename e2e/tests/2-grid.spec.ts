import { expect, test } from "../support/fixtures.ts";
import { list } from "../support/server.ts";

test("shows every record of RIO, down to the last row", async ({ page, signIn, open }) => {
  await signIn("planner");
  const records = await open();
  const { totals } = await list(page, { limit: 0 });
  await expect(records.total("records")).toHaveText(totals.count.toLocaleString("en-US"));
  await expect(page.getByTestId("shown-count")).toHaveText(`${totals.count.toLocaleString("en-US")} records`);
  await expect(records.grid).toHaveAttribute("aria-rowcount", String(totals.count + 2));
  await records.grid.focus();
  await page.keyboard.press("Control+End");
  const last = page.locator(`[aria-rowindex="${totals.count + 2}"]`);
  await expect(last).toBeInViewport();
  const { records: newest } = await list(page, { sort: "-pfaId", limit: 1 });
  await expect(last).toHaveAttribute("data-pfa-id", newest[0]?.pfaId ?? "");
});

test("sorts, searches and filters, and the address holds the view", async ({ page, signIn, open }) => {
  await signIn("planner");
  const records = await open();
  await page.getByRole("columnheader", { name: "Forecast end" }).click();
  await expect(page).toHaveURL(/sort=forecastEnd/);
  await records.whenLoaded();
  const { records: first } = await list(page, { sort: "forecastEnd", limit: 1 });
  await expect(page.getByTestId("record-row").first()).toHaveAttribute("data-pfa-id", first[0]?.pfaId ?? "");
  await page.getByRole("button", { name: /^Purchase/ }).click();
  await expect(page).toHaveURL(/source=Purchase/);
  const { totals } = await list(page, { limit: 0 }, ["source:eq:Purchase"]);
  await expect(records.total("records")).toHaveText(totals.count.toLocaleString("en-US"));
  const shown = (await records.total("forecast").textContent())?.replace(/[$,]/g, "");
  expect(shown).toBe(totals.forecast);
  await page.getByLabel("Search records").fill("no-such-record-anywhere");
  await expect(page.getByText("No record matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await records.whenLoaded();
});

test("holds another organization's address back", async ({ page, signIn, open }) => {
  await signIn("planner-rio");
  await page.goto("/?org=HOLNG");
  await expect(page.getByText("This organization is not yours to see")).toBeVisible();
});

test("reads from PEMS on demand and says what came of it", async ({ page, signIn, open }) => {
  await signIn("planner");
  await open("?org=HOLNG");
  await page.getByRole("button", { name: "Read from PEMS" }).click();
  await page.getByRole("menuitem", { name: /Read everything/ }).click();
  await expect(page.getByText(/^Read from PEMS: /)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTestId("sync-status")).toContainText("PEMS read just now");
});
