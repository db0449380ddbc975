/** A limit as the providers apply it: so many units in a window, filled again evenly. */
export interface RateLimit {
  limit: number;
  /** Milliseconds; 60,000 by default. */
  windowMs?: number;
}

const FILL_STEP_MS = 10;

/** A bucket of units. `take` answers 0 when the units were there, else the milliseconds until they are. */
export class RateWindow {
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #now: () => number;
  /** The part of the limit that holds at a time; all of it when absent. */
  readonly #quotaAt: ((at: number) => number) | undefined;
  #level: number;
  #at: number;

  constructor(
    { limit, windowMs = 60_000 }: RateLimit,
    now: () => number = () => performance.now(),
    quotaAt?: (at: number) => number,
  ) {
    this.#limit = limit;
    this.#quotaAt = quotaAt;
    this.#windowMs = windowMs;
    this.#now = now;
    this.#level = limit;
    this.#at = now();
  }

  /** As it holds now. */
  get limit(): number {
    return this.#limitAt(this.#now());
  }

  take(units: number): number {
    this.#fill();
    const missing = Math.min(units, this.limit) - this.#level;
    if (missing > 0) return Math.ceil((missing / this.limit) * this.#windowMs);
    this.#level -= units;
    return 0;
  }

  get remaining(): number {
    this.#fill();
    return Math.max(0, Math.floor(this.#level));
  }

  /** Milliseconds until the bucket is full. */
  get resetMs(): number {
    this.#fill();
    return Math.ceil(((this.limit - this.#level) / this.limit) * this.#windowMs);
  }

  #limitAt(at: number): number {
    return this.#limit * (this.#quotaAt?.(at) ?? 1);
  }

  /** In steps of a hundredth of a second where the limit changes with time. */
  #fill(): void {
    const now = this.#now();
    while (this.#at < now) {
      const next = this.#quotaAt === undefined ? now : Math.min(now, this.#at + FILL_STEP_MS);
      const limit = this.#limitAt(this.#at);
      this.#level = Math.min(limit, this.#level + ((next - this.#at) / this.#windowMs) * limit);
      this.#at = next;
    }
    this.#level = Math.min(this.#level, this.#limitAt(now));
  }
}
