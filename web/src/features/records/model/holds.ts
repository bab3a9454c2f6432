/**
 * Which records have a change of this page under way. An answer that was asked for before or during such a change
 * may show the time before it, and is not to be believed.
 */
export class Holds {
  private clock = 0;
  private readonly open = new Map<string, number>();
  private readonly closedAt = new Map<string, number>();

  hold(ids: Iterable<string>): void {
    for (const id of ids) this.open.set(id, (this.open.get(id) ?? 0) + 1);
  }

  release(ids: Iterable<string>): void {
    const now = ++this.clock;
    for (const id of ids) {
      const left = (this.open.get(id) ?? 1) - 1;
      if (left > 0) this.open.set(id, left);
      else this.open.delete(id);
      this.closedAt.set(id, now);
    }
  }

  moment(): number {
    return this.clock;
  }

  isFree(id: string): boolean {
    return !this.open.has(id);
  }

  /** True when nothing of this page changed the record since that moment. */
  freeSince(id: string, moment: number): boolean {
    return this.isFree(id) && (this.closedAt.get(id) ?? 0) <= moment;
  }
}
