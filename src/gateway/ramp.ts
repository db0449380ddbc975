/** Calls at a time to begin with. */
const START = 2;
const ROUNDING = 1e-6;
/** In which the calls at a time reach their maximum, however slow the answers are. */
const RAMP_MS = 10_000;

/**
 * How many calls a provider gets at a time when it has just come back: few, and twice as many for each round of good
 * answers, or after a while where answers take long. Times are monotonic milliseconds.
 */
export class Ramp {
  readonly #maximum: number;
  readonly #startedAt: number;
  /** In which the calls at a time double without any answer. */
  readonly #doublingMs: number;
  #good = 0;

  constructor(maximum: number, startedAt: number) {
    this.#maximum = maximum;
    this.#startedAt = startedAt;
    this.#doublingMs = RAMP_MS / Math.max(1, Math.log2(maximum / START));
  }

  succeeded(): void {
    this.#good++;
  }

  /** Calls at a time; Infinity once the maximum is reached. */
  limit(now: number): number {
    const inTime = START * 2 ** ((now - this.#startedAt) / this.#doublingMs);
    const limit = Math.max(START + this.#good, Math.floor(inTime + ROUNDING));
    return limit >= this.#maximum ? Infinity : limit;
  }

  /** When the limit rises next without an answer. */
  nextAt(now: number): number {
    return this.#startedAt + this.#doublingMs * Math.log2((this.limit(now) + 1) / START);
  }
}
