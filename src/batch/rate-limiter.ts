import { AppError } from '../core/errors.ts';
import { systemClock, type Clock } from './clock.ts';
import { FifoQueue } from './fifo-queue.ts';
import { GrantWindow, type GrantSlot } from './grant-window.ts';
import { requireNumber } from './require-number.ts';

export interface RateLimits {
  /** Weight that becomes free in each interval, evenly spread over it. */
  rate: number;
  /** Length of an interval in milliseconds; 1,000 unless said. */
  intervalMs?: number;
  /** Weight that may be taken at once after a quiet time; the rate, but at least 1, unless said. */
  burst?: number;
  /** With `windowMs`: the most that any such window takes; the rate unless said. */
  limit?: number;
}

export interface RateLimiterOptions extends RateLimits {
  /**
   * Length in milliseconds of a sliding window that never takes more than `limit`. A little longer than the window in
   * which the service counts, it leaves room for requests that the network delays.
   */
  windowMs?: number;
  clock?: Clock;
}

/** What an `acquire` was granted. */
export interface Reservation {
  readonly weight: number;
  /**
   * Corrects an estimate: gives back what was too much, or takes more, which those who wait then pay. Counts once.
   * With `leaving`, at most that much is in the bucket before anyone else is served.
   */
  settle(actualWeight: number, options?: { leaving?: number | undefined }): void;
}

interface Waiter {
  weight: number;
  grant: (reservation: Reservation) => void;
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
 * With `windowMs`, a sliding window holds beside the bucket. A weight above the burst, up to `limit`, is then granted
 * when the bucket is full, and those who come next pay for it.
 */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #queue = new FifoQueue<Waiter>();
  #rate = 1;
  #intervalMs = 1000;
  #burst = 1;
  #limit = 1;
  readonly #window: GrantWindow | undefined;
  /** Tokens in the bucket at `#countedAt`; below zero after a weight or a `settle` that took more. */
  #tokens: number;
  /** In the future while a pause lets nothing flow in. */
  #countedAt: number;
  #pausedUntil = -Infinity;
  #cancelTimer: (() => void) | undefined;

  /** @throws AppError `USAGE` for a number out of range. */
  constructor(options: RateLimiterOptions) {
    this.#clock = options.clock ?? systemClock;
    this.#setLimits(options.rate, options.intervalMs ?? 1000, options.burst, options.limit);
    if (options.windowMs !== undefined) {
      requireNumber('windowMs', options.windowMs, { minimum: 0, above: true });
      this.#window = new GrantWindow(options.windowMs);
    }
    this.#tokens = this.#burst;
    this.#countedAt = this.#clock.now();
  }

  /** Weight that could be taken now, if nobody waited. */
  get available(): number {
    const now = this.#refill();
    if (now < this.#pausedUntil) return 0;
    const inWindow = this.#window === undefined ? Infinity : this.#window.free(now) * this.#limit;
    return Math.max(0, Math.min(this.#tokens, inWindow));
  }

  /** How many requests wait. */
  get waiting(): number {
    return this.#queue.size;
  }

  /**
   * Resolves when the weight is granted.
   * @throws AppError `REQUEST_REJECTED`, at once, for a weight larger than the bucket, or than the window's limit.
   * @throws the signal's reason when aborted; those behind move up at once.
   */
  async acquire(weight = 1, options: { signal?: AbortSignal } = {}): Promise<Reservation> {
    const { signal } = options;
    requireNumber('weight', weight, { minimum: 0 });
    signal?.throwIfAborted();
    if (weight > this.#largest) throw tooLarge(weight, this.#largest);
    const taken = this.#queue.size > 0 ? undefined : this.#take(weight);
    return taken ?? this.#join(weight, signal);
  }

  /**
   * Grants nothing for that many milliseconds, to anyone; of several pauses the one that ends last holds.
   * With `leaving`, nothing flows in meanwhile and at most that much is in the bucket when the pause ends, so that
   * those who waited do not all come at once.
   */
  pauseFor(milliseconds: number, options: { leaving?: number } = {}): void {
    requireNumber('milliseconds', milliseconds, { minimum: 0 });
    const now = this.#refill();
    this.#pausedUntil = Math.max(this.#pausedUntil, now + milliseconds);
    if (options.leaving !== undefined) {
      this.lowerTo(options.leaving);
      this.#countedAt = Math.max(this.#countedAt, this.#pausedUntil);
    }
    this.#serve();
  }

  /** Leaves at most that much in the bucket, as when the service says that no more is left. */
  lowerTo(weight: number): void {
    requireNumber('weight', weight, { minimum: 0 });
    this.#refill();
    this.#tokens = Math.min(this.#tokens, weight);
  }

  /**
   * Changes the limits from now on; what is not given stays. A waiting request that is larger than a
   * smaller bucket, or limit, is refused. What the window has seen counts as the same part of a new limit.
   */
  setRate(limits: Partial<RateLimits>): void {
    this.#refill();
    const { rate = this.#rate, intervalMs = this.#intervalMs, burst = this.#burst } = limits;
    // A limit that was not set apart from the rate goes with it.
    const { limit = this.#limit === this.#rate ? rate : this.#limit } = limits;
    this.#setLimits(rate, intervalMs, burst, limit);
    this.#tokens = Math.min(this.#tokens, this.#burst);
    for (const waiter of this.#queue) {
      if (waiter.weight <= this.#largest) continue;
      waiter.refuse(tooLarge(waiter.weight, this.#largest));
    }
    this.#serve();
  }

  #setLimits(rate: number, intervalMs: number, burst = Math.max(1, rate), limit = rate): void {
    requireNumber('rate', rate, { minimum: 0, above: true });
    requireNumber('intervalMs', intervalMs, { minimum: 0, above: true });
    requireNumber('burst', burst, { minimum: 0, above: true });
    requireNumber('limit', limit, { minimum: 0, above: true });
    this.#rate = rate;
    this.#intervalMs = intervalMs;
    this.#burst = burst;
    this.#limit = limit;
  }

  get #largest(): number {
    return this.#window === undefined ? this.#burst : this.#limit;
  }

  #reserve(weight: number, slot: GrantSlot | undefined): Reservation {
    let settled = false;
    return {
      weight,
      settle: (actualWeight, { leaving = Infinity } = {}) => {
        requireNumber('actualWeight', actualWeight, { minimum: 0 });
        if (settled) return;
        settled = true;
        const now = this.#refill();
        this.#tokens = Math.min(this.#burst, this.#tokens + weight - actualWeight, leaving);
        if (slot !== undefined) {
          this.#window?.correct(slot, (actualWeight - weight) / this.#limit, now);
        }
        this.#serve();
      },
    };
  }

  #join(weight: number, signal: AbortSignal | undefined): Promise<Reservation> {
    return new Promise((resolve, reject) => {
      const refuse = (error: unknown): void => {
        leave();
        reject(error);
      };
      const onAbort = (): void => {
        refuse(signal?.reason);
        this.#serve();
      };
      const grant = (reservation: Reservation): void => {
        leave();
        resolve(reservation);
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
      const reservation = this.#take(first.weight);
      if (reservation === undefined) {
        this.#setTimer(first.weight);
        return;
      }
      first.grant(reservation);
    }
  }

  #setTimer(weight: number): void {
    const now = this.#clock.now();
    const perMillisecond = this.#rate / this.#intervalMs;
    const pauseMs = this.#pausedUntil - now;
    const tokensMs =
      this.#countedAt - now + (this.#tokensFor(weight) - this.#tokens) / perMillisecond;
    const windowMs = this.#window?.waitFor(weight / this.#limit, now) ?? 0;
    const precise = this.#burst - weight < perMillisecond * LATE_TIMER_MS;
    this.#cancelTimer = this.#clock.setTimer(
      () => this.#serve(),
      Math.max(pauseMs, tokensMs, windowMs, SHORTEST_TIMER_MS),
      precise,
    );
  }

  #take(weight: number): Reservation | undefined {
    const now = this.#refill();
    if (now < this.#pausedUntil) return undefined;
    if (this.#tokens < this.#tokensFor(weight) - ROUNDING * this.#burst) return undefined;
    const share = weight / this.#limit;
    if (this.#window !== undefined && this.#window.waitFor(share, now) > 0) return undefined;
    this.#tokens -= weight;
    return this.#reserve(weight, this.#window?.add(share, now));
  }

  /** What has to be in the bucket for that weight; never more than it holds. */
  #tokensFor(weight: number): number {
    return Math.min(weight, this.#burst);
  }

  /** @returns the time now. */
  #refill(): number {
    const now = this.#clock.now();
    if (now > this.#countedAt) {
      const grown = ((now - this.#countedAt) * this.#rate) / this.#intervalMs;
      this.#tokens = Math.min(this.#burst, this.#tokens + grown);
      this.#countedAt = now;
    }
    return now;
  }
}

function tooLarge(weight: number, burst: number): AppError {
  return new AppError(
    'REQUEST_REJECTED',
    `A request of weight ${weight} can never be granted: the rate limit allows ${burst} at once.`,
    { suggestions: ['Make the request smaller.', 'Raise `burst` if the limit allows it.'] },
  );
}
