import type { Clock } from '../batch/clock.ts';
import { CallSlots } from './call-slots.ts';

/** Keywords at a time to begin with. */
const START = 2;
/** Keywords done without trouble after which one more at a time is allowed. */
const ITEMS_PER_STEP = 3;

/**
 * How many keywords are worked on at a time when nobody said: few to begin with, one more for every few that succeed,
 * half for each episode of "too many requests", whichever provider says so (additive increase, multiplicative decrease,
 * as in TCP: Jacobson 1988).
 */
export class AdaptiveLanes {
  readonly #maximum: number;
  readonly #clock: Clock;
  readonly #slots: CallSlots;
  #good = 0;
  #episodeEnds = Number.NEGATIVE_INFINITY;

  constructor(options: { maximum: number; clock: Clock }) {
    this.#maximum = options.maximum;
    this.#clock = options.clock;
    this.#slots = new CallSlots(Math.min(START, options.maximum));
  }

  get limit(): number {
    return this.#slots.limit;
  }

  /**
   * Resolves with the function that leaves the lane, once one is free; first come, first served.
   * @throws the signal's reason when aborted before.
   */
  enter(signal: AbortSignal): Promise<() => void> {
    return this.#slots.enter(signal);
  }

  /** One keyword is done. */
  itemSucceeded(): void {
    this.#good++;
    if (this.#good < ITEMS_PER_STEP || this.limit >= this.#maximum) return;
    this.#good = 0;
    this.#slots.limit++;
  }

  /** "Too many requests": all that is told until `episodeEnds`, in milliseconds of the clock, counts as one. */
  throttled(episodeEnds: number): void {
    this.#good = 0;
    const isNew = this.#clock.now() >= this.#episodeEnds;
    this.#episodeEnds = Math.max(this.#episodeEnds, episodeEnds);
    if (isNew) this.#slots.limit = Math.max(1, Math.floor(this.limit / 2));
  }
}
