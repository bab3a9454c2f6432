import { vi } from "vitest";
import type { LiveEvent } from "@/shared/api/types";

/** The server's end of every WebSocket that the page opens. */
export class FakeSockets {
  readonly opened: FakeSocket[] = [];

  /** `at`: answers every subscription by itself, as a server does that stands at this event. */
  constructor({ at }: { at?: number } = {}) {
    const { opened } = this;
    vi.stubGlobal(
      "WebSocket",
      class extends FakeSocket {
        constructor() {
          super();
          opened.push(this);
          if (at !== undefined) queueMicrotask(() => this.subscribed(at));
        }
      },
    );
  }

  get latest(): FakeSocket {
    const socket = this.opened.at(-1);
    if (!socket) throw new Error("The page has opened no socket");
    return socket;
  }
}

export class FakeSocket {
  onopen: () => void = () => undefined;
  onmessage: (message: { data: string }) => void = () => undefined;
  onclose: () => void = () => undefined;
  readonly sent: { type: string; organizationId: string; afterSequence?: number }[] = [];

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.onclose();
  }

  tell(frame: object): void {
    this.onmessage({ data: JSON.stringify(frame) });
  }

  subscribed(sequence: number): void {
    this.onopen();
    this.tell({ type: "SUBSCRIBED", organizationId: "RIO", sequence });
  }

  event(sequence: number, type: LiveEvent["type"], pfaId: string, data: object = {}): void {
    this.tell({ type, organizationId: "RIO", sequence, pfaId, timestamp: "2026-11-23T00:00:00Z", data });
  }
}
