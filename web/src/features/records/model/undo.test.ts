import { describe, expect, it } from "vitest";
import { EMPTY_HISTORY, forget, type Gesture, record, redo, undo, workToUndo } from "./undo";

const gesture = (label: string): Gesture => ({
  label,
  steps: [{ pfaId: "A", before: { dor: "BEO" }, after: { dor: "PROJECT" }, startedDraft: false }],
});

describe("undo and redo", () => {
  it("takes gestures back newest first and brings them again in order", () => {
    const both = record(record(EMPTY_HISTORY, gesture("one")), gesture("two"));
    const first = undo(both);
    expect(first?.gesture.label).toBe("two");
    const second = first && undo(first.history);
    expect(second?.gesture.label).toBe("one");
    expect(second && undo(second.history)).toBeNull();
    expect(second && redo(second.history)?.gesture.label).toBe("one");
  });

  it("forgets what was undone once something new is done", () => {
    const undone = undo(record(EMPTY_HISTORY, gesture("one")));
    const after = undone && record(undone.history, gesture("other"));
    expect(after && redo(after)).toBeNull();
  });

  it("does not offer to undo what the server refused", () => {
    const refused = gesture("refused");
    const history = record(record(EMPTY_HISTORY, gesture("kept")), refused);
    expect(undo(forget(history, refused))?.gesture.label).toBe("kept");
  });

  it("restores values, and gives up drafts that the gesture had begun", () => {
    const begun = { pfaId: "B", before: {}, after: { dor: "BEO" }, startedDraft: true };
    const work = workToUndo({ label: "both", steps: [...gesture("x").steps, begun] });
    expect(work).toEqual({ discard: ["B"], save: [{ pfaId: "A", fields: { dor: "BEO" } }] });
  });
});
