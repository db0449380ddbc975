/** A limit as the providers apply it: so many units in a window, filled again evenly. */
export interface RateLimit {
  limit: number;
  /** Milliseconds; 60,000 by default. */
  windowMs?: number;
}

/** A bucket of units. `take` answers 0 when the units were there, else the milliseconds until they are. */
export class RateWindow {
  readonly limit: number;
  readonly #windowMs: number;
  readonly #now: () => number;
  #level: number;
  #at: number;

  constructor(
    { limit, windowMs = 60_000 }: RateLimit,
    now: () => number = () => performance.now(),
  ) {
    this.limit = limit;
    this.#windowMs = windowMs;
    this.#now = now;
    this.#level = limit;
    this.#at = now();
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

  #fill(): void {
    const now = this.#now();
    this.#level = Math.min(
      this.limit,
      this.#level + ((now - this.#at) / this.#windowMs) * this.limit,
    );
    this.#at = now;
  }
}
