import { expect, type Locator, type Page } from "@playwright/test";

/** The planner's page in a planner's words. */
export class RecordsPage {
  readonly grid: Locator;
  readonly drafts: Locator;
  readonly commit: Locator;

  constructor(readonly page: Page) {
    this.grid = page.getByRole("grid");
    this.drafts = page.getByTestId("drafts-bar");
    this.commit = page.getByTestId("commit-bar");
  }

  /** The first rows are there and nothing is still on its way. */
  async whenLoaded(): Promise<void> {
    await expect(this.page.getByTestId("record-row").first()).toBeVisible();
    await expect(this.page.getByRole("progressbar")).toHaveCount(0);
  }

  row(pfaId: string): Locator {
    return this.page.locator(`[data-pfa-id="${pfaId}"]`);
  }

  cell(pfaId: string, field: string): Locator {
    return this.row(pfaId).locator(`[data-field="${field}"]`);
  }

  state(pfaId: string): Locator {
    return this.row(pfaId).locator("[data-state]");
  }

  total(name: "records" | "plan" | "forecast" | "actual" | "variance"): Locator {
    return this.page.getByTestId(`total-${name}`);
  }

  /** Double-click, type, Enter. */
  async edit(pfaId: string, field: string, typed: string): Promise<void> {
    await this.cell(pfaId, field).dblclick();
    const editor = this.cell(pfaId, field).locator("input, select");
    if (field === "dor") await editor.selectOption(typed);
    else await editor.fill(typed);
    await editor.press("Enter");
    await expect(editor).toHaveCount(0);
  }

  /** Every state that the record shows from now on, as it changes. */
  async watchStates(pfaId: string): Promise<() => Promise<string[]>> {
    await this.page.evaluate((id) => {
      const seen: string[] = [];
      const look = () => {
        const state = document.querySelector(`[data-pfa-id="${id}"] [data-state]`)?.getAttribute("data-state");
        if (state && seen.at(-1) !== state) seen.push(state);
      };
      look();
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
      Object.assign(window, { seenStates: { ...(window as { seenStates?: object }).seenStates, [id]: seen } });
    }, pfaId);
    return () =>
      this.page.evaluate((id) => (window as unknown as { seenStates: Record<string, string[]> }).seenStates[id] ?? [], pfaId);
  }
}
