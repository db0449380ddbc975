import type { LoopbackCall, LoopbackOptions, RouteAnswer } from './loopback-types.ts';
import { openalexError } from './openalex-errors.ts';
import type { RateLimit } from './rate-window.ts';
import type { Schedule } from './schedule.ts';

const REAL = { keyed: { limit: 100, windowMs: 1000 }, keyless: { limit: 10, windowMs: 1000 } };
const WIDE_CREDITS = 100_000;
const DAY_MS = 86_400_000;

/** Requests in any stretch of time as long as the window; those that were refused do not count. */
export class SlidingWindow {
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #now: () => number;
  readonly #quotaAt: (at: number) => number;
  #passed: number[] = [];

  constructor(
    { limit, windowMs = 1000 }: RateLimit,
    now: () => number = () => performance.now(),
    quotaAt: (at: number) => number = () => 1,
  ) {
    this.#limit = limit;
    this.#windowMs = windowMs;
    this.#now = now;
    this.#quotaAt = quotaAt;
  }

  /** 0 for a request that may pass, else the milliseconds until one may. */
  take(): number {
    const now = this.#now();
    this.#passed = this.#passed.filter((at) => now - at < this.#windowMs);
    const limit = Math.max(1, Math.floor(this.#limit * this.#quotaAt(now)));
    const blocking = this.#passed.at(-limit);
    if (blocking !== undefined) return Math.max(1, Math.ceil(blocking + this.#windowMs - now));
    this.#passed.push(now);
    return 0;
  }
}

/** The limits of OpenAlex: requests a second, and credits a day. */
export class OpenAlexLimits {
  readonly #keyed: SlidingWindow | undefined;
  readonly #keyless: SlidingWindow | undefined;
  readonly #daily: number | undefined;
  #used = 0;

  constructor({ limits, openalex }: LoopbackOptions, schedule: Schedule) {
    const requests = limits?.openalex?.requests;
    const open = (limit: RateLimit): SlidingWindow =>
      new SlidingWindow(limit, undefined, (at) => schedule.quota('openalex', at));
    if (requests === 'real') {
      this.#keyed = open(REAL.keyed);
      this.#keyless = open(REAL.keyless);
    } else if (requests !== undefined) {
      this.#keyed = open(requests);
      this.#keyless = this.#keyed;
    }
    this.#daily = openalex?.dailyCredits;
  }

  /** The 429 for a call that comes too early, undefined for one that may pass. */
  check(call: LoopbackCall): RouteAnswer | undefined {
    if (this.#daily !== undefined && this.#used >= this.#daily) {
      const answer = openalexError(429, 'The credits of this day are used up.');
      return { ...answer, headers: { 'retry-after': String(secondsToMidnight()) } };
    }
    const wait = (call.isKeyed === true ? this.#keyed : this.#keyless)?.take() ?? 0;
    if (wait > 0) {
      return { ...openalexError(429), headers: { 'retry-after': String(Math.ceil(wait / 1000)) } };
    }
    this.#used += 1;
    return undefined;
  }

  /** Those of every answer; without a daily quota there is always something left. */
  headers(): Record<string, string> {
    const limit = this.#daily ?? WIDE_CREDITS;
    const left =
      this.#daily === undefined ? WIDE_CREDITS - (this.#used % 1000) : limit - this.#used;
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, left)),
      'x-ratelimit-credits-used': '1',
      'x-ratelimit-reset': String(secondsToMidnight()),
    };
  }
}

function secondsToMidnight(): number {
  return Math.ceil((DAY_MS - (Date.now() % DAY_MS)) / 1000);
}
