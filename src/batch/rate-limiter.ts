import { AppError } from '../core/errors.ts';
import { systemClock, type Clock } from './clock.ts';
import { FifoQueue } from './fifo-queue.ts';
import { requireNumber } from './require-number.ts';

export interface RateLimits {
  /** Weight that becomes free in each interval, evenly spread over it. */
  rate: number;
  /** Length of an interval in milliseconds; 1,000 unless said. */
  intervalMs?: number;
  /** Weight that may be taken at once after a quiet time; the rate, but at least 1, unless said. */
  burst?: number;
}

export interface RateLimiterOptions extends RateLimits {
  clock?: Clock;
}

/** What an `acquire` was granted. */
export interface Reservation {
  readonly weight: number;
  /** Corrects an estimate: gives back what was too much, or takes more, which those who wait then pay. Counts once. */
  settle(actualWeight: number): void;
}

interface Waiter {
  weight: number;
  grant: () => void;
  refuse: (error: unknown) => void;
}

/** Below this share of the bucket, a difference is rounding and not a missing token. */
const ROUNDING = 1e-9;
/** Shorter timers could fall between two values of the clock. */
const SHORTEST_TIMER_MS = 0.001;
/** A bucket that would be full within this time loses tokens to a late timer. */
const LATE_TIMER_MS = 3;

/**
 * A token bucket: in any time t it grants at most `burst + rate × t / intervalMs`. First come, first served:
 * a light request never overtakes a heavy one that came earlier. One limiter may serve many runs.
 */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #queue = new FifoQueue<Waiter>();
  #rate = 1;
  #intervalMs = 1000;
  #burst = 1;
  /** Tokens in the bucket at `#countedAt`; below zero after a `settle` that took more. */
  #tokens: number;
  #countedAt: number;
  #pausedUntil = -Infinity;
  #cancelTimer: (() => void) | undefined;

  /** @throws AppError `USAGE` for a number out of range. */
  constructor(options: RateLimiterOptions) {
    this.#clock = options.clock ?? systemClock;
    this.#setLimits(options.rate, options.intervalMs ?? 1000, options.burst);
    this.#tokens = this.#burst;
    this.#countedAt = this.#clock.now();
  }

  /** Weight that could be taken now, if nobody waited. */
  get available(): number {
    this.#refill();
    return this.#isPaused() ? 0 : Math.max(0, this.#tokens);
  }

  /** How many requests wait. */
  get waiting(): number {
    return this.#queue.size;
  }

  /**
   * Resolves when the weight is granted.
   * @throws AppError `REQUEST_REJECTED`, at once, for a weight larger than the bucket.
   * @throws the signal's reason when aborted; those behind move up at once.
   */
  async acquire(weight = 1, options: { signal?: AbortSignal } = {}): Promise<Reservation> {
    const { signal } = options;
    requireNumber('weight', weight, { minimum: 0 });
    signal?.throwIfAborted();
    if (weight > this.#burst) throw tooLarge(weight, this.#burst);
    if (this.#queue.size > 0 || !this.#take(weight)) await this.#join(weight, signal);
    return this.#reserve(weight);
  }

  /** Grants nothing for that many milliseconds, to anyone; of several pauses the one that ends last holds. */
  pauseFor(milliseconds: number): void {
    requireNumber('milliseconds', milliseconds, { minimum: 0 });
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + milliseconds);
    this.#serve();
  }

  /**
   * Changes the limits from now on; what is not given stays. A waiting request that is larger than a
   * smaller bucket is refused.
   */
  setRate(limits: Partial<RateLimits>): void {
    this.#refill();
    const { rate = this.#rate, intervalMs = this.#intervalMs, burst = this.#burst } = limits;
    this.#setLimits(rate, intervalMs, burst);
    this.#tokens = Math.min(this.#tokens, this.#burst);
    for (const waiter of this.#queue) {
      if (waiter.weight > burst) waiter.refuse(tooLarge(waiter.weight, burst));
    }
    this.#serve();
  }

  #setLimits(rate: number, intervalMs: number, burst = Math.max(1, rate)): void {
    requireNumber('rate', rate, { minimum: 0, above: true });
    requireNumber('intervalMs', intervalMs, { minimum: 0, above: true });
    requireNumber('burst', burst, { minimum: 0, above: true });
    this.#rate = rate;
    this.#intervalMs = intervalMs;
    this.#burst = burst;
  }

  #reserve(weight: number): Reservation {
    let settled = false;
    return {
      weight,
      settle: (actualWeight) => {
        requireNumber('actualWeight', actualWeight, { minimum: 0 });
        if (settled) return;
        settled = true;
        this.#refill();
        this.#tokens = Math.min(this.#burst, this.#tokens + weight - actualWeight);
        this.#serve();
      },
    };
  }

  #join(weight: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const refuse = (error: unknown): void => {
        leave();
        reject(error);
      };
      const onAbort = (): void => {
        refuse(signal?.reason);
        this.#serve();
      };
      const grant = (): void => {
        leave();
        resolve();
      };
      const unqueue = this.#queue.push({ weight, grant, refuse });
      const leave = (): void => {
        unqueue();
        signal?.removeEventListener('abort', onAbort);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      if (this.#queue.size === 1) this.#serve();
    });
  }

  /** Grants to those who wait, in order, as far as the tokens reach, and sets the timer for the next. */
  #serve(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    for (let first = this.#queue.first; first; first = this.#queue.first) {
      if (!this.#take(first.weight)) {
        this.#setTimer(first.weight);
        return;
      }
      first.grant();
    }
  }

  #setTimer(weight: number): void {
    const perMillisecond = this.#rate / this.#intervalMs;
    const pauseMs = this.#pausedUntil - this.#countedAt;
    const tokensMs = (weight - this.#tokens) / perMillisecond;
    const precise = this.#burst - weight < perMillisecond * LATE_TIMER_MS;
    this.#cancelTimer = this.#clock.setTimer(
      () => this.#serve(),
      Math.max(pauseMs, tokensMs, SHORTEST_TIMER_MS),
      precise,
    );
  }

  #take(weight: number): boolean {
    this.#refill();
    if (this.#isPaused() || this.#tokens < weight - ROUNDING * this.#burst) return false;
    this.#tokens -= weight;
    return true;
  }

  #refill(): void {
    const now = this.#clock.now();
    const grown = ((now - this.#countedAt) * this.#rate) / this.#intervalMs;
    this.#tokens = Math.min(this.#burst, this.#tokens + Math.max(0, grown));
    this.#countedAt = now;
  }

  #isPaused(): boolean {
    return this.#countedAt < this.#pausedUntil;
  }
}

function tooLarge(weight: number, burst: number): AppError {
  return new AppError(
    'REQUEST_REJECTED',
    `A request of weight ${weight} can never be granted: the rate limit allows ${burst} at once.`,
    { suggestions: ['Make the request smaller.', 'Raise `burst` if the limit allows it.'] },
  );
}
