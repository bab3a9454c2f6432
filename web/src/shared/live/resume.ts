import type { LiveEvent } from "@/shared/api/types";

/** How far this page has followed an organization's events; null before the first answer. */
export type Position = number | null;

export type Receipt =
  | { kind: "deliver"; position: number }
  | { kind: "repeat" }
  | { kind: "gap"; after: number };

/** Sequences have no gaps, so a jump means that something was missed and a smaller one that it was seen. */
export function receive(position: Position, event: LiveEvent): Receipt {
  if (position === null) return { kind: "deliver", position: event.sequence };
  if (event.sequence <= position) return { kind: "repeat" };
  if (event.sequence > position + 1) return { kind: "gap", after: position };
  return { kind: "deliver", position: event.sequence };
}

export type Subscription =
  | { kind: "fresh"; position: number }
  | { kind: "resumed" }
  | { kind: "restarted"; position: number };

/** A server that counts less than we have seen has started over: what we hold cannot be trusted. */
export function subscribed(position: Position, current: number): Subscription {
  if (position === null) return { kind: "fresh", position: current };
  if (current < position) return { kind: "restarted", position: current };
  return { kind: "resumed" };
}

/** Waits 0.5 s, 1 s, 2 s … up to 15 s, each shortened by up to half so that pages do not return in step. */
export function backoffMillis(attempt: number, random: number): number {
  const full = Math.min(15_000, 500 * 2 ** Math.min(attempt, 10));
  return Math.round(full * (1 - random / 2));
}
