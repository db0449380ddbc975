/** Grants this close together count as one: the window has at most so many slots, whatever its load. */
const SLOTS_PER_WINDOW = 600;
/** Below this share of the limit, a difference is rounding. */
const ROUNDING = 1e-9;

/** Grants that leave the window together, as parts of the limit. */
export interface GrantSlot {
  share: number;
  startedAt: number;
  leavesAt: number;
}

/**
 * A sliding window: remembers what was granted in the last `windowMs` and says when more fits. Shares of the limit are
 * kept, not weights, so that a limit that changes holds for what was granted before in the same proportion. Grants are
 * gathered in slots that leave with their last grant, which is late for the others and never early; 600 slots are enough
 * for any number of grants.
 */
export class GrantWindow {
  readonly #windowMs: number;
  readonly #slots: GrantSlot[] = [];
  #used = 0;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  /** The part of the limit that is free, 0 to 1. */
  free(now: number): number {
    this.#expire(now);
    return Math.max(0, 1 - this.#used);
  }

  /** Milliseconds until that share fits in; 0 when it does now. */
  waitFor(share: number, now: number): number {
    this.#expire(now);
    let over = this.#used + share - 1 - ROUNDING;
    if (over <= 0) return 0;
    for (const slot of this.#slots) {
      over -= slot.share;
      if (over <= 0) return slot.leavesAt - now;
    }
    return this.#windowMs;
  }

  /** Remembers a grant; the slot it went into is for `correct`. */
  add(share: number, now: number): GrantSlot {
    const last = this.#slots.at(-1);
    this.#used += share;
    const leavesAt = now + this.#windowMs;
    if (last !== undefined && now - last.startedAt < this.#windowMs / SLOTS_PER_WINDOW) {
      last.share += share;
      last.leavesAt = leavesAt;
      return last;
    }
    const slot = { share, startedAt: now, leavesAt };
    this.#slots.push(slot);
    return slot;
  }

  /** Corrects a grant that turned out larger or smaller; too late for one that has left the window. */
  correct(slot: GrantSlot, change: number, now: number): void {
    this.#expire(now);
    if (slot.leavesAt <= now) return;
    slot.share = Math.max(0, slot.share + change);
    this.#count();
  }

  #expire(now: number): void {
    const staying = this.#slots.findIndex(({ leavesAt }) => leavesAt > now);
    if (staying === 0 || this.#slots.length === 0) return;
    this.#slots.splice(0, staying === -1 ? this.#slots.length : staying);
    this.#count();
  }

  /** Counts anew instead of subtracting: rounding errors of a long run do not add up. */
  #count(): void {
    this.#used = this.#slots.reduce((sum, { share }) => sum + share, 0);
  }
}
