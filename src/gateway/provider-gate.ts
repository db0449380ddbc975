import pLimit, { type LimitFunction } from 'p-limit';
import type { Clock } from '../batch/clock.ts';
import { RateLimiter } from '../batch/rate-limiter.ts';
import { AppError } from '../core/errors.ts';
import type { CallAnswer, LearnedLimits } from '../providers/call.ts';
import { AdaptiveConcurrency } from './adaptive-concurrency.ts';

/** What a provider allows, as configured. */
export interface ProviderLimits {
  requestsPerMinute: number;
  tokensPerMinute?: number;
  /** Calls at a time. */
  concurrency: number;
}

const MINUTE = 60_000;
/** How long everyone waits after a "too many requests" that does not say for how long. */
const DEFAULT_PAUSE = 1000;
/** The part of a minute's requests, and of its tokens, that may come at once. A long prompt has to fit in. */
const REQUEST_BURST = 0.1;
const TOKEN_BURST = 0.5;

/** The gate of one provider: all calls to it pass here, whichever keyword and level they come from. */
export class ProviderGate {
  readonly limits: ProviderLimits;
  readonly #requests: RateLimiter;
  readonly #tokens: RateLimiter | undefined;
  readonly #slots: LimitFunction;
  readonly #concurrency: AdaptiveConcurrency;
  readonly #clock: Clock;

  constructor(limits: ProviderLimits, clock: Clock) {
    this.limits = limits;
    this.#clock = clock;
    this.#requests = new RateLimiter({ ...bucket(limits.requestsPerMinute, REQUEST_BURST), clock });
    this.#tokens =
      limits.tokensPerMinute === undefined
        ? undefined
        : new RateLimiter({ ...bucket(limits.tokensPerMinute, TOKEN_BURST), clock });
    this.#concurrency = new AdaptiveConcurrency(limits.concurrency);
    this.#slots = pLimit(limits.concurrency);
  }

  /**
   * Runs one attempt when a slot, its tokens and a request are free. The reserved tokens are settled with those used,
   * told limits are taken over, and "too many requests" pauses everyone and halves the calls at a time.
   */
  async pass<T>(
    estimatedTokens: number,
    signal: AbortSignal,
    attempt: () => Promise<CallAnswer<T>>,
  ): Promise<CallAnswer<T>> {
    return this.#slots(async () => {
      signal.throwIfAborted();
      const tokens = await this.#tokens?.acquire(estimatedTokens, { signal });
      await this.#requests.acquire(1, { signal });
      try {
        const answer = await attempt();
        tokens?.settle(answer.consumed.inputTokens + answer.consumed.outputTokens);
        this.#answered(answer.limits);
        return answer;
      } catch (error) {
        if (error instanceof AppError) {
          tokens?.settle((error.usage?.inputTokens ?? 0) + (error.usage?.outputTokens ?? 0));
          this.#failed(error);
        }
        throw error;
      }
    });
  }

  #answered(learned: LearnedLimits | undefined): void {
    this.#concurrency.succeeded();
    this.#slots.concurrency = this.#concurrency.limit;
    if (learned !== undefined) this.#learn(learned);
  }

  /** What the provider tells lowers the configured limits and never raises them: the key may be shared. */
  #learn({ requestsPerMinute = Infinity, tokensPerMinute = Infinity }: LearnedLimits): void {
    const { limits } = this;
    const requests = Math.min(limits.requestsPerMinute, requestsPerMinute);
    this.#requests.setRate(bucket(requests, REQUEST_BURST));
    const tokens = Math.min(limits.tokensPerMinute ?? Infinity, tokensPerMinute);
    this.#tokens?.setRate(bucket(tokens, TOKEN_BURST));
  }

  #failed(error: AppError): void {
    if (error.code === 'PROVIDER_UNAVAILABLE') this.#concurrency.faltered();
    if (error.code !== 'RATE_LIMITED') return;
    const pause = error.retryAfterMs ?? DEFAULT_PAUSE;
    const now = this.#clock.now();
    this.#requests.pauseFor(pause);
    this.#concurrency.throttled(now, now + pause);
    this.#slots.concurrency = this.#concurrency.limit;
  }
}

/**
 * A bucket that keeps any minute within `perMinute`: what may come at once and what flows in during the minute
 * are one sum.
 */
function bucket(
  perMinute: number,
  share: number,
): { rate: number; intervalMs: number; burst: number } {
  const burst = Math.max(1, Math.floor(perMinute * share));
  return { rate: Math.max(1, perMinute - burst), intervalMs: MINUTE, burst };
}
