import { describe, expect, it } from "vitest";
import { rental } from "@/test/records";
import { echo, withoutDraft } from "./draftMark";
import { myDrafts, summarizeDrafts } from "./draftSummary";

const TODAY = "2026-02-01";
const longer = echo(rental("A"), { forecastEnd: "2026-04-10" }, TODAY);

describe("drafts", () => {
  it("shows an edit at once, on the version it was made on", () => {
    expect(longer).toMatchObject({ forecastEnd: "2026-04-10", forecastCost: "9900.00", syncStatus: "draft" });
    expect(longer.draft).toMatchObject({ baseVersion: 7, fields: ["forecastEnd"] });
  });

  it("remembers the first value through several edits and goes back to it", () => {
    const again = echo(echo(longer, { forecastEnd: "2026-05-01" }, TODAY), { dor: "PROJECT" }, TODAY);
    expect(again.draft?.fields).toEqual(["forecastEnd", "dor"]);
    expect(withoutDraft(again, TODAY)).toEqual(rental("A"));
  });

  it("says what all drafts together change", () => {
    const cheaper = echo(rental("B"), { monthlyRate: "1522.00" }, TODAY);
    expect(summarizeDrafts([longer, cheaper], TODAY).forecastChange).toBe("-3450.00");
  });

  it("says nothing of the change where one draft's origin is unknown", () => {
    const older = rental("C", { draft: { modificationId: "m", baseVersion: 1, fields: ["monthlyRate"] } });
    expect(summarizeDrafts([longer, older], TODAY).forecastChange).toBeNull();
  });

  it("counts drafts outside the view, and none that the page knows to be gone", () => {
    const outside = echo(rental("Z"), { dor: "PROJECT" }, TODAY);
    expect(myDrafts([longer, rental("B")], [outside, echo(rental("B"), { dor: "PROJECT" }, TODAY)])).toEqual([
      outside,
      longer,
    ]);
  });
});
