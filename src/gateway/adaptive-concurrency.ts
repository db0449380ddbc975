/** Answers in a row without trouble after which one more call at a time is allowed, at most. */
const ANSWERS_PER_STEP = 10;

/**
 * How many calls a provider gets at a time: halved once for each episode of "too many requests", grown back by one
 * for every round of good answers (additive increase, multiplicative decrease, as in TCP: Jacobson 1988).
 */
export class AdaptiveConcurrency {
  readonly #maximum: number;
  #limit: number;
  #good = 0;
  #episodeEnds = Number.NEGATIVE_INFINITY;

  constructor(maximum: number) {
    this.#maximum = maximum;
    this.#limit = maximum;
  }

  get limit(): number {
    return this.#limit;
  }

  /** One good answer. */
  succeeded(): void {
    if (this.#limit === this.#maximum) return;
    this.#good++;
    if (this.#good < Math.min(this.#limit, ANSWERS_PER_STEP)) return;
    this.#good = 0;
    this.#limit++;
  }

  /** A server fault: no reason to shrink, but none to grow either. */
  faltered(): void {
    this.#good = 0;
  }

  /**
   * "Too many requests", to a call that was sent at `sentAt`. All calls that were sent before the pause of an episode
   * ended belong to it, whenever their answer comes (monotonic milliseconds).
   * @returns whether an episode begins.
   */
  throttled(sentAt: number, episodeEnds: number): boolean {
    this.#good = 0;
    const isNew = sentAt >= this.#episodeEnds;
    this.#episodeEnds = Math.max(this.#episodeEnds, episodeEnds);
    if (isNew) this.#limit = Math.max(1, Math.floor(this.#limit / 2));
    return isNew;
  }
}
