import { expect, passwordOf, test } from "../support/fixtures.ts";

test.describe("signing in", () => {
  // The browser itself reports the refused request.
  test.use({ allowedErrors: [[/401/], { option: true }] as never });

  test("refuses a wrong password without saying which half was wrong, then lets the right one in", async ({ page }) => {
    await page.goto("/?org=RIO&sort=-forecastEnd");
    const signIn = page.getByRole("button", { name: "Sign in" });
    await page.getByLabel("Username").fill("planner");
    await page.getByLabel("Password").fill("not the password");
    await signIn.click();
    await expect(page.getByRole("alert")).toContainText("username and password do not match");
    await page.getByLabel("Password").fill(passwordOf("planner"));
    await signIn.click();
    await expect(page.getByRole("grid")).toBeVisible();
    await expect(page).toHaveURL(/org=RIO&sort=-forecastEnd/);
  });

  test("leaves by signing out and keeps strangers out", async ({ page, signIn, open }) => {
    await signIn("planner");
    await open("?org=RIO&q=crane");
    await page.getByRole("button", { name: /^Account of/ }).click();
    await page.getByRole("menuitem", { name: /Sign out/ }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expect(page.getByRole("grid")).toHaveCount(0);
  });

  test("comes back to sign-in when the session is revoked, and to the same place afterwards", async ({ page, signIn, open }) => {
    await signIn("planner");
    const records = await open("?org=HOLNG&source=Rental");
    await page.context().clearCookies({ name: "vanguard_session" });
    await page.getByLabel("Search records").fill("crane");
    await expect(page.getByText("Your session ended.")).toBeVisible();
    await page.getByLabel("Username").fill("planner");
    await page.getByLabel("Password").fill(passwordOf("planner"));
    await page.getByRole("button", { name: "Sign in" }).click();
    await records.whenLoaded();
    await expect(page).toHaveURL(/org=HOLNG&source=Rental/);
  });
});
