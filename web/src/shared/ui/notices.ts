import { useSyncExternalStore } from "react";

export interface Notice {
  id: number;
  tone: "info" | "good" | "bad";
  text: string;
}

const SHOWN_MILLIS = 7000;
let notices: Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

export function dismiss(id: number): void {
  change(notices.filter((notice) => notice.id !== id));
}

/** Tells the planner something that no cell can say; bad news stays until it is dismissed. */
export function notify(tone: Notice["tone"], text: string): void {
  const notice = { id: ++lastId, tone, text };
  change([...notices.filter((other) => other.text !== text), notice].slice(-3));
  if (tone !== "bad") setTimeout(() => dismiss(notice.id), SHOWN_MILLIS);
}

export function useNotices(): Notice[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notices,
  );
}
