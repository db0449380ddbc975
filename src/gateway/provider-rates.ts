import type { Clock } from '../batch/clock.ts';
import { RateLimiter, type RateLimits } from '../batch/rate-limiter.ts';
import type { LearnedLimits } from '../core/learned-limits.ts';
import { BURST_SHARE } from './burst-share.ts';
import type { ProviderLimits } from './provider-limits.ts';
import { RateShare } from './rate-share.ts';

/** Limits a minute that a provider has told. */
export type ToldLimits = Pick<LearnedLimits, 'requestsPerMinute' | 'tokensPerMinute'>;

/** What one call has taken of the rates. Counts once, the first way. */
export interface Admission {
  /** Corrects the estimate of tokens, and takes over how many the answer says are left. */
  settle(tokens: number, learned: LearnedLimits | undefined): void;
  /** Gives everything back: the call was not sent. */
  cancel(): void;
}

const MINUTE = 60_000;
/** A second more than the provider's minute: calls that the network brings closer together still keep its limit. */
const WINDOW = MINUTE + 1000;
/** The same for a limit that holds for a second. */
const SHORT_WINDOW = 1070;
/** Of a limit of a second comes at once what a twentieth of it allows: connections are opened evenly. */
const SHORT_BURST = 1 / 20;
/** More requests than these come at once only where half a second allows them: many limits hold for a second, too. */
const SMALL_BURST = 10;
/** The part of what a provider holds that stays there, because it may count a call a little larger than we do. */
const RESERVE = 0.02;

/** Requests and tokens a minute of one provider: what was configured, lowered to what it tells and to what it bears. */
export class ProviderRates {
  readonly #limits: ProviderLimits;
  readonly #clock: Clock;
  #told: ToldLimits;
  /** False for a limit in tokens that was told in an earlier session only. */
  #areTokensTold = false;
  readonly #requests: RateLimiter;
  readonly #tokens: RateLimiter | undefined;
  readonly #share = new RateShare();
  /** The most that the provider holds ready, as far as it told. */
  #holds = { requests: Infinity, tokens: Infinity };

  constructor(limits: ProviderLimits, known: ToldLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#told = known;
    const { requests, tokens } = this.#shapes();
    const windowMs = limits.requestsPerSecond === undefined ? WINDOW : SHORT_WINDOW;
    this.#requests = new RateLimiter({ ...requests, windowMs, clock });
    this.#tokens = tokens && new RateLimiter({ ...tokens, windowMs: WINDOW, clock });
  }

  /**
   * Takes the tokens and one request as soon as both are free.
   * @throws AppError `REQUEST_REJECTED` for more tokens than a minute has; the signal's reason when aborted.
   */
  async reserve(estimatedTokens: number, signal: AbortSignal): Promise<Admission> {
    if (!this.#areTokensTold) this.#forgetBelow(estimatedTokens);
    const tokens = await this.#tokens?.acquire(estimatedTokens, { signal });
    try {
      const request = await this.#requests.acquire(1, { signal });
      return {
        settle: (actual, learned = {}) =>
          tokens?.settle(actual, { leaving: tokensOf(learned).left }),
        cancel: () => {
          tokens?.settle(0);
          request.settle(0);
        },
      };
    } catch (error) {
      tokens?.settle(0);
      throw error;
    }
  }

  /**
   * Takes over what the provider tells: its limits as far as they are below the configured ones, and what it says is
   * left, where we thought it was more.
   * @returns the limits told so far, when they changed.
   */
  learn(learned: LearnedLimits): ToldLimits | undefined {
    const { requestsPerMinute, tokensPerMinute } = learned;
    this.#areTokensTold ||= tokensPerMinute !== undefined;
    const told = {
      ...this.#told,
      ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
      ...(tokensPerMinute === undefined ? {} : { tokensPerMinute }),
    };
    const isNew =
      told.requestsPerMinute !== this.#told.requestsPerMinute ||
      told.tokensPerMinute !== this.#told.tokensPerMinute;
    this.#told = told;
    const [requests, tokens] = [requestsOf(learned), tokensOf(learned)];
    this.#holds = {
      requests: requests.held ?? this.#holds.requests,
      tokens: tokens.held ?? this.#holds.tokens,
    };
    // Before new limits let anyone go.
    if (requests.left !== undefined) this.#requests.lowerTo(requests.left);
    if (tokens.left !== undefined) this.#tokens?.lowerTo(tokens.left);
    this.#apply();
    return isNew ? told : undefined;
  }

  /** Everyone waits, and then comes one after the other. */
  pause(milliseconds: number): void {
    this.#requests.pauseFor(milliseconds, { leaving: 1 });
  }

  /** An episode of "too many requests" begins: everyone goes slower when it ends. */
  throttled(episodeEnds: number): void {
    this.#share.cut(this.#told.requestsPerMinute !== undefined, episodeEnds);
    this.#apply();
  }

  /** A good answer. */
  succeeded(): void {
    if (this.#share.grow(this.#clock.now())) this.#apply();
  }

  /** A server fault. */
  faltered(): void {
    this.#share.stay(this.#clock.now());
  }

  /** A limit told earlier, perhaps for another model or plan, refuses no request: only its answer can tell better. */
  #forgetBelow(estimatedTokens: number): void {
    const { tokensPerMinute = Infinity, ...others } = this.#told;
    if (estimatedTokens <= tokensPerMinute) return;
    this.#told = others;
    this.#apply();
  }

  #apply(): void {
    const { requests, tokens } = this.#shapes();
    this.#requests.setRate(requests);
    if (tokens !== undefined) this.#tokens?.setRate(tokens);
  }

  #shapes(): { requests: Required<RateLimits>; tokens: Required<RateLimits> | undefined } {
    const { requestsPerMinute, requestsPerSecond, tokensPerMinute } = this.#limits;
    const configured = requestsPerMinute ?? (requestsPerSecond * MINUTE) / 1000;
    const requests = Math.min(configured, this.#told.requestsPerMinute ?? Infinity);
    const tokens = Math.min(tokensPerMinute ?? Infinity, this.#told.tokensPerMinute ?? Infinity);
    const requestBurst = Math.min(
      requests * BURST_SHARE.requests,
      Math.max(SMALL_BURST, requests / 120),
    );
    return {
      requests:
        requestsPerSecond === undefined
          ? this.#shape(requests, Math.min(requestBurst, this.#holds.requests / 2))
          : { ...this.#shape(requests, requestsPerSecond * SHORT_BURST), limit: requestsPerSecond },
      tokens:
        tokensPerMinute === undefined
          ? undefined
          : this.#shape(tokens, Math.min(tokens * BURST_SHARE.tokens, this.#holds.tokens / 2)),
    };
  }

  #shape(limit: number, burst: number): Required<RateLimits> {
    return {
      rate: limit * this.#share.value,
      intervalMs: MINUTE,
      burst: Math.max(1, Math.floor(burst)),
      limit,
    };
  }
}

interface Stock {
  /** What the provider holds ready at most: what is left now, and what flows in until all of it is free again. */
  held: number | undefined;
  /** What may be used of it. */
  left: number | undefined;
}

function requestsOf(learned: LearnedLimits): Stock {
  return stockOf(learned.requestsPerMinute, learned.remainingRequests, learned.requestsResetMs);
}

function tokensOf(learned: LearnedLimits): Stock {
  return stockOf(learned.tokensPerMinute, learned.remainingTokens, learned.tokensResetMs);
}

function stockOf(perMinute?: number, remaining?: number, resetMs?: number): Stock {
  if (perMinute === undefined || remaining === undefined || resetMs === undefined) {
    return { held: undefined, left: remaining };
  }
  const held = remaining + (resetMs * perMinute) / MINUTE;
  return { held, left: Math.max(0, remaining - held * RESERVE) };
}
