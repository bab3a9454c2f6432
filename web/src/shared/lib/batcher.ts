/**
 * Collects items and hands them over together after a short wait, one batch at a time: a burst of six hundred
 * events becomes a few renders and requests.
 */
export class Batcher<T> {
  private waiting: T[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;

  constructor(
    private readonly delayMillis: number,
    private readonly handle: (items: T[]) => Promise<void> | void,
  ) {}

  add(...items: T[]): void {
    this.waiting.push(...items);
    this.schedule();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.waiting = [];
  }

  private schedule(): void {
    if (this.running || this.waiting.length === 0) return;
    this.timer ??= setTimeout(() => void this.run(), this.delayMillis);
  }

  private async run(): Promise<void> {
    this.timer = undefined;
    this.running = true;
    try {
      await this.handle(this.waiting.splice(0));
    } finally {
      this.running = false;
      this.schedule();
    }
  }
}
