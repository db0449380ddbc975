/** What "too many requests" leaves of the rate: of one that the provider told, and of one that it did not. */
const TOLD_CUT = 0.9;
const UNTOLD_CUT = 0.7;
const LOWEST = 0.05;
/** The part of the full rate that comes back in a second. */
const REGROWTH = 0.08;

/**
 * The part of a rate that is in use: cut by a factor for each episode of "too many requests", and grown back evenly in
 * time (additive increase, multiplicative decrease, as in TCP: Jacobson 1988). Times are monotonic milliseconds.
 */
export class RateShare {
  #value = 1;
  #grownAt = 0;

  get value(): number {
    return this.#value;
  }

  /** An episode that ends at `episodeEnds`. A rate that the provider tells needs but a small cut. */
  cut(isTold: boolean, episodeEnds: number): void {
    this.#value = Math.max(LOWEST, this.#value * (isTold ? TOLD_CUT : UNTOLD_CUT));
    this.#grownAt = episodeEnds;
  }

  /** A good answer: takes back what the time since the last one allows. @returns whether the share changed. */
  grow(now: number): boolean {
    if (this.#value === 1 || now <= this.#grownAt) return false;
    this.#value = Math.min(1, this.#value + (REGROWTH * (now - this.#grownAt)) / 1000);
    this.#grownAt = now;
    return true;
  }

  /** A server fault: nothing grows in the time until now. */
  stay(now: number): void {
    this.#grownAt = Math.max(this.#grownAt, now);
  }
}
