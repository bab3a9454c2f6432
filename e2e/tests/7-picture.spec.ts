import { join } from "node:path";
import { expect, test } from "../support/fixtures.ts";
import { plainRentals } from "../support/server.ts";

const PICTURE = join(import.meta.dirname, "../../docs/images/planner.png");

test("makes the README's picture", async ({ page, signIn, open }) => {
  test.skip(process.env["UPDATE_SCREENSHOT"] !== "1", "UPDATE_SCREENSHOT=1 makes it anew");
  await page.setViewportSize({ width: 1600, height: 900 });
  await signIn("planner");
  const records = await open();
  const [sent, ...drafted] = await plainRentals(page, 6);
  if (!sent) throw new Error("RIO has too few plain rentals");
  await records.edit(sent.pfaId, "monthlyRate", String(Number(sent.monthlyRate) + 100));
  await page.getByRole("button", { name: "Save & Sync" }).click();
  await expect(records.commit).toContainText("1 of 1 in PEMS");
  for (const [place, { pfaId }] of drafted.entries()) {
    await records.edit(pfaId, "forecastEnd", `${place === 2 ? "-" : "+"}${10 + 7 * place}`);
  }
  await expect(records.drafts).toContainText("5 drafts");
  // Plan, forecast, actual and outcome side by side.
  const plan = await page.getByRole("columnheader", { name: "Plan start" }).boundingBox();
  const frozen = await page.getByRole("columnheader", { name: "State" }).boundingBox();
  const left = (plan?.x ?? 0) - (frozen?.x ?? 0) - (frozen?.width ?? 0);
  await records.grid.evaluate((grid, by) => grid.scrollTo({ top: 0, left: grid.scrollLeft + by }), left);
  await expect(page.getByTestId("record-row").first()).toBeInViewport();
  await page.screenshot({ path: PICTURE });
  await records.drafts.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Discard 5 drafts" }).click();
  await expect(records.drafts).toHaveCount(0);
});
