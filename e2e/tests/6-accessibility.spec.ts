import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures.ts";
import { plainRental } from "../support/server.ts";

type Scheme = "light" | "dark";

/** Nothing that keeps people out, by WCAG 2.1 AA; in the dark only the colours are other than in the light. */
async function violationsOf(page: Page, scheme: Scheme) {
  const axe = new AxeBuilder({ page });
  if (scheme === "dark") axe.withRules(["color-contrast", "link-in-text-block"]);
  else axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]);
  return (await axe.analyze()).violations;
}

async function expectAccessible(page: Page, scheme: Scheme, screen: string): Promise<void> {
  const violations = await violationsOf(page, scheme);
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const found = serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(" | ")}`);
  expect(found, screen).toEqual([]);
}

for (const scheme of ["light", "dark"] satisfies Scheme[]) {
  test(`every screen is accessible in ${scheme}`, async ({ page, signIn, open }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expectAccessible(page, scheme, "sign-in");

    await signIn("planner");
    const record = await plainRental(page, 7);
    const records = await open(`?org=RIO&q=${record.pfaId.slice(0, -1)}`);
    await expectAccessible(page, scheme, "grid");
    await records.edit(record.pfaId, "forecastEnd", "+3");
    await expect(records.drafts).toContainText("1 draft");
    await records.cell(record.pfaId, "monthlyRate").dblclick();
    await page.keyboard.type("-5");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toBeVisible();
    await expectAccessible(page, scheme, "draft and refused value");
    await page.keyboard.press("Escape");

    await records.cell(record.pfaId, "select").click();
    await page.getByRole("button", { name: "Shift by days…" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page, scheme, "shift dialog");
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: /^Account of/ }).click();
    await expectAccessible(page, scheme, "menu");
    await page.keyboard.press("Escape");
    await records.drafts.getByRole("button", { name: "Discard" }).click();
    await expectAccessible(page, scheme, "discard dialog");
    await page.getByRole("button", { name: "Discard 1 draft" }).click();
    await expect(records.state(record.pfaId)).toHaveText("Synced");

    await page.goto("/?org=NOWHERE");
    await expect(page.getByText("This organization is not yours to see")).toBeVisible();
    await expectAccessible(page, scheme, "foreign organization");
    await page.goto("/no/such/page");
    await expect(page.getByText("There is no such page")).toBeVisible();
    await expectAccessible(page, scheme, "not found");
  });
}
