import { expect, test } from "../support/fixtures.ts";
import { plainRental } from "../support/server.ts";

const SCRIPT = `"><img src=x onerror="window.planted=1"><script>window.planted=1</script>`;

test.describe("a planted script", () => {
  // The browser says so when its rules stop an inline script.
  test.use({ allowedErrors: [[/Content Security Policy/], { option: true }] as never });

  test("is shown as the text it is, and would not run if it were one", async ({ page, signIn, open }) => {
    await signIn("planner");
    const { pfaId } = await plainRental(page, 3);
    const csrf = (await page.context().cookies()).find((cookie) => cookie.name === "XSRF-TOKEN")?.value ?? "";
    const send = (command: string, data: object) =>
      page.request.post(`/api/pfa-data/${command}`, { data, headers: { "X-XSRF-TOKEN": csrf } });
    const change = { pfaId, reason: SCRIPT, fields: { description: SCRIPT } };
    const saved = await send("save-draft", { organizationId: "RIO", changes: [change] });
    expect(saved.ok()).toBe(true);
    const [draft] = (await saved.json()).drafts;

    const records = await open(`?org=RIO&q=${encodeURIComponent(pfaId)}`);
    await expect(records.cell(pfaId, "description")).toHaveText(SCRIPT);
    await page.evaluate((code) => {
      const script = document.createElement("script");
      script.textContent = code;
      document.body.append(script);
    }, "window.planted = 2");

    expect(await page.evaluate(() => (window as { planted?: number }).planted)).toBeUndefined();
    await expect(page.locator("img[src=x]")).toHaveCount(0);
    await send("discard-drafts", { organizationId: "RIO", modificationIds: [draft.modificationId] });
  });
});
