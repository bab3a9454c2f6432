import { expect, test } from "../support/fixtures.ts";

test("a viewer sees no money and can change nothing", async ({ page, signIn, open }) => {
  await signIn("viewer");
  const records = await open("?org=RIO&q=crane");
  await expect(page.getByText("Costs are not part of your access")).toBeVisible();
  await expect(page.getByRole("columnheader", { name: /cost|rate|price|variance/i })).toHaveCount(0);
  expect(await page.locator("main").innerText()).not.toContain("$");
  const row = page.getByTestId("record-row").first();
  const pfaId = (await row.getAttribute("data-pfa-id")) ?? "";
  await records.cell(pfaId, "forecastEnd").dblclick();
  await expect(page.getByText(/Forecast end is locked/)).toBeVisible();
  await expect(row.locator("input")).toHaveCount(0);
  await records.cell(pfaId, "select").click();
  await expect(page.getByTestId("selection-bar")).toBeVisible();
  await expect(page.getByRole("button", { name: "Shift by days…" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Save & Sync" })).toHaveCount(0);
});
