import { test as base, expect } from "@playwright/test";
import { RecordsPage } from "./RecordsPage.ts";
import { readRun } from "./run.ts";

interface Fixtures {
  /** What the browser may complain of in this test; anything else fails it. */
  allowedErrors: RegExp[];
  browserErrors: string[];
  /** Signs in by name through the API, without opening anything. */
  signIn: (username: string) => Promise<void>;
  /** Opens the records of a view and waits until all of them are there. */
  open: (view?: string) => Promise<RecordsPage>;
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(readRun().server.url),
  allowedErrors: [[], { option: true }],
  browserErrors: [
    async ({ page, allowedErrors }, use) => {
      const errors: string[] = [];
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      page.on("pageerror", (error) => errors.push(error.message));
      await use(errors);
      expect(errors.filter((error) => !allowedErrors.some((allowed) => allowed.test(error)))).toEqual([]);
    },
    { auto: true },
  ],
  signIn: async ({ page }, use) => {
    await use(async (username) => {
      const password = passwordOf(username);
      const answer = await page.request.post("/api/auth/login", { data: { username, password } });
      expect(answer.ok()).toBe(true);
    });
  },
  open: async ({ page }, use) => {
    await use(async (view = "?org=RIO") => {
      await page.goto(`/${view}`);
      const records = new RecordsPage(page);
      await records.whenLoaded();
      return records;
    });
  },
});

export function passwordOf(username: string): string {
  const user = readRun().users.find((each) => each.username === username);
  if (!user) throw new Error(`run.json names no user ${username}`);
  return user.password;
}

export { expect };
