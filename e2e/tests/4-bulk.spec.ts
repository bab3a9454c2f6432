import { expect, test } from "../support/fixtures.ts";
import { inPems, list } from "../support/server.ts";

const ROWS = 600;
const inDays = (iso: string, days: number) => new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);

test("shifts 600 records by 14 days, and every one of them arrives in PEMS", async ({ page, signIn, open }) => {
  await signIn("planner");
  const records = await open("?org=PORTARTHUR");
  const filters = ["isActualized:eq:false", "forecastStart:notEmpty", "forecastEnd:notEmpty"];
  const query = { organizationId: "PORTARTHUR", limit: ROWS, totals: "false" };
  const { records: first } = await list(page, query, []);
  if (first.length < ROWS) throw new Error("PORTARTHUR has too few records");

  await page.locator('[data-row="0"] [data-field="select"]').click();
  await records.grid.evaluate((grid, row) => grid.scrollTo({ top: row * 34 - 200 }), ROWS - 1);
  await page.locator(`[data-row="${ROWS - 1}"] [data-field="select"]`).click({ modifiers: ["Shift"] });
  await expect(page.getByTestId("selection-bar")).toContainText(`${ROWS} selected`);

  await page.getByRole("button", { name: "Shift by days…" }).click();
  const dialog = page.getByRole("dialog");
  const days = dialog.getByRole("textbox", { name: "Days" });
  await days.fill("14");
  await days.press("Tab");
  const apply = dialog.getByRole("button", { name: /^Shift \d+ records$/ });
  const count = Number(/\d+/.exec((await apply.textContent()) ?? "")?.[0]);
  expect(count).toBeGreaterThan(ROWS / 2);
  await apply.click();
  await expect(records.drafts).toContainText(`${count} drafts`);

  await page.getByRole("button", { name: "Save & Sync" }).click();
  await expect(records.commit).toContainText(`${count} of ${count} in PEMS`, { timeout: 60_000 });
  await expect(records.drafts).toHaveCount(0);
  await expect(page.getByTestId("sync-status")).toContainText("all written");

  const { records: moved } = await list(page, query, filters);
  const shifted = first.filter((record) => moved.some((each) => each.pfaId === record.pfaId)).slice(0, 3);
  for (const record of shifted) {
    const { fields, recordid } = (await inPems(page, record.pfaId, "PORTARTHUR")) as {
      fields: Record<string, string>;
      recordid: number;
    };
    expect(fields["forecastStart"]).toBe(inDays(record.forecastStart, 14));
    expect(fields["forecastEnd"]).toBe(inDays(record.forecastEnd, 14));
    expect(recordid).toBe(record.version + 1);
  }
});
