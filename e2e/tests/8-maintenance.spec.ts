import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../support/fixtures.ts";
import { plainRental } from "../support/server.ts";
import { vanguard } from "../support/vanguard.ts";

const ENDS_AT = "2031-01-15T18:30:00Z";

test.use({ allowedErrors: [/503/] });
test.afterEach(() => void vanguard("maintenance", "off"));

test("an open page hears of maintenance, keeps what was there and comes back by itself", async ({ page, signIn, open }) => {
  await signIn("planner");
  const record = await plainRental(page, 9);
  const records = await open(`?org=RIO&q=${record.pfaId}`);

  vanguard("maintenance", "on", "--level", "banner", "--message", "Release 4.1.");
  await expect(page.getByText("Maintenance: you can look, but not save.")).toBeVisible();
  await records.edit(record.pfaId, "forecastEnd", "+3");
  await expect(page.getByText(/Release 4\.1\./).last()).toBeVisible();
  await page.keyboard.press("Escape");

  vanguard("maintenance", "on", "--message", "Release 4.1.", "--ends-at", ENDS_AT);
  await expect(page.getByRole("heading", { name: "PFA Vanguard is being maintained" })).toBeVisible();
  await expect(page.getByText(/Release 4\.1\. Expected to end/)).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }

  expect(vanguard("maintenance", "off")["state"]).toBe("off");
  await records.whenLoaded();
});
