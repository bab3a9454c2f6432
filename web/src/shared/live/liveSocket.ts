import type { LiveEvent } from "@/shared/api/types";
import { backoffMillis, type Position, receive, subscribed } from "./resume";

export type LiveStatus = "connecting" | "live" | "retrying";

export interface LiveHandlers {
  onEvent: (event: LiveEvent) => void;
  onStatus: (status: LiveStatus) => void;
  /** The events cannot be joined to what the page holds: read everything again. */
  onReload: () => void;
}

interface Frame {
  type: string;
  organizationId?: string;
  sequence?: number;
}

/** One organization's live events over one WebSocket that comes back by itself and resumes where it was. */
export class LiveSocket {
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private position: Position = null;
  private closed = false;

  constructor(
    private readonly organizationId: string,
    private readonly handlers: LiveHandlers,
  ) {
    this.connect();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.socket?.close();
  }

  private connect(): void {
    const url = new URL("/ws/sync-status", window.location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new WebSocket(url);
    this.socket = socket;
    socket.onopen = () => this.subscribe();
    socket.onmessage = (message) => this.read(String(message.data));
    socket.onclose = () => this.retry();
  }

  private subscribe(): void {
    const after = this.position === null ? {} : { afterSequence: this.position };
    this.socket?.send(JSON.stringify({ type: "subscribe", organizationId: this.organizationId, ...after }));
  }

  private retry(): void {
    if (this.closed) return;
    this.handlers.onStatus("retrying");
    this.timer = setTimeout(() => this.connect(), backoffMillis(this.attempt++, Math.random()));
  }

  private read(text: string): void {
    if (this.closed) return;
    const frame = JSON.parse(text) as Frame;
    if (frame.organizationId !== this.organizationId) return;
    if (frame.type === "SUBSCRIBED") this.accept(frame.sequence ?? 0);
    else if (frame.type === "RESYNC") this.startOver(frame.sequence ?? 0);
    else if (typeof frame.sequence === "number") this.deliver(frame as LiveEvent);
  }

  private accept(current: number): void {
    this.attempt = 0;
    const outcome = subscribed(this.position, current);
    if (outcome.kind === "fresh") this.position = outcome.position;
    if (outcome.kind === "restarted") this.startOver(outcome.position);
    this.handlers.onStatus("live");
  }

  /** The server no longer has what lies between: what the page holds must be read again. */
  private startOver(position: number): void {
    this.position = position;
    this.handlers.onReload();
  }

  private deliver(event: LiveEvent): void {
    const receipt = receive(this.position, event);
    if (receipt.kind === "gap") this.subscribe();
    if (receipt.kind !== "deliver") return;
    this.position = receipt.position;
    this.handlers.onEvent(event);
  }
}
