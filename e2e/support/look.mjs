// A planner's first look at a deployment, for the release's smoke test: one JSON object on standard output.
// LOOK_URL, LOOK_USER and LOOK_PASSWORD come in the environment: arguments are public on the machine.
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "@playwright/test";

const { LOOK_URL, LOOK_USER, LOOK_PASSWORD } = process.env;
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const consoleErrors = [];
  page.on("console", (message) => {
    // The page asks who is signed in before anybody is: a 401 that is meant.
    if (message.type() === "error" && !message.text().includes("401")) consoleErrors.push(message.text());
  });
  page.on("pageerror", (error) => consoleErrors.push(String(error)));
  await page.goto(LOOK_URL);
  await page.getByLabel("Username").fill(LOOK_USER);
  await page.getByLabel("Password").fill(LOOK_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  const rows = page.getByRole("row");
  await rows.nth(1).waitFor({ timeout: 30_000 });
  const sync = await page.getByRole("button", { name: /sync/i }).count();
  const seen = { login: true, records: (await rows.count()) - 1, syncButton: sync > 0, consoleErrors };
  process.stdout.write(JSON.stringify(seen));
} finally {
  await browser.close();
}
