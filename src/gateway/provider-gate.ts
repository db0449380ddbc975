import { systemClock, type Clock } from '../batch/clock.ts';
import { AppError } from '../core/errors.ts';
import type { LearnedLimits } from '../core/learned-limits.ts';
import type { CallAnswer } from '../providers/call.ts';
import { AdaptiveConcurrency } from './adaptive-concurrency.ts';
import { Breaker, type Leave } from './breaker.ts';
import { CallSlots } from './call-slots.ts';
import type { ProviderLimits } from './provider-limits.ts';
import { type Admission, ProviderRates, type ToldLimits } from './provider-rates.ts';

export interface ProviderGateOptions {
  limits: ProviderLimits;
  clock?: Clock | undefined;
  /** What the provider told in an earlier session; holds until it tells something else. */
  known?: ToldLimits | undefined;
  /** How long a call waits for a provider that is down; 300,000 ms unless said. */
  maxWaitMs?: number | undefined;
  /** Told once for each episode of "too many requests", with the pause it begins with. */
  onThrottled?: ((pauseMs: number) => void) | undefined;
  /** Told when the limits that the provider tells have changed. */
  onLimits?: ((limits: ToldLimits) => void) | undefined;
  /** Told when calls begin to wait for a provider that is down, and when it is back. */
  onOutage?: ((isDown: boolean) => void) | undefined;
}

/** How long everyone waits after a "too many requests" that does not say for how long. */
const DEFAULT_PAUSE = 1000;
const DEFAULT_MAX_WAIT = 300_000;

/** The gate of one provider: all calls to it pass here, whichever keyword and level they come from. */
export class ProviderGate {
  readonly #maxWaitMs: number;
  readonly #options: ProviderGateOptions;
  readonly #clock: Clock;
  readonly #slots: CallSlots;
  readonly #concurrency: AdaptiveConcurrency;
  readonly #rates: ProviderRates;
  readonly #breaker: Breaker;

  constructor(options: ProviderGateOptions) {
    const { limits, clock = systemClock, known = {}, maxWaitMs = DEFAULT_MAX_WAIT } = options;
    const maximum = limits.concurrency;
    this.#options = options;
    this.#clock = clock;
    this.#slots = new CallSlots(maximum);
    this.#concurrency = new AdaptiveConcurrency(maximum);
    this.#rates = new ProviderRates(limits, known, clock);
    this.#maxWaitMs = maxWaitMs;
    this.#breaker = new Breaker({ clock, maximum, maxWaitMs, onChange: options.onOutage });
  }

  /**
   * Runs one attempt when a slot, its tokens and a request are free and the provider is not known to be down. The
   * reserved tokens are settled with those used, told limits are taken over, and "too many requests" slows down everyone.
   * An attempt that meets an outage is made again when the outage is over: `attempt` may be called several times.
   * @throws what the attempt failed with; AppError `PROVIDER_UNAVAILABLE`, not retryable, when the outage lasts too long.
   */
  async pass<T>(
    estimatedTokens: number,
    signal: AbortSignal,
    attempt: () => Promise<CallAnswer<T>>,
  ): Promise<CallAnswer<T>> {
    const since = this.#clock.now();
    const leaveSlot = await this.#slots.enter(signal);
    try {
      for (;;) {
        const leave = await this.#breaker.enter(since, signal);
        const admission = await this.#admit(leave, estimatedTokens, signal);
        if (admission === undefined) continue;
        const outcome = await this.#send(leave, admission, attempt);
        if (outcome !== undefined) return outcome;
      }
    } finally {
      leaveSlot();
    }
  }

  /** Undefined when the provider went down while the call waited for its turn. */
  async #admit(
    leave: Leave,
    estimatedTokens: number,
    signal: AbortSignal,
  ): Promise<Admission | undefined> {
    try {
      const admission = await this.#rates.reserve(estimatedTokens, signal);
      if (leave.start()) return admission;
      admission.cancel();
    } catch (error) {
      leave.end('unknown');
      throw error;
    }
    leave.end('unknown');
    return undefined;
  }

  /** Undefined when the attempt met an outage. */
  async #send<T>(
    leave: Leave,
    admission: Admission,
    attempt: () => Promise<CallAnswer<T>>,
  ): Promise<CallAnswer<T> | undefined> {
    const sentAt = this.#clock.now();
    try {
      const answer = await attempt();
      const { inputTokens, outputTokens } = answer.consumed;
      admission.settle(inputTokens + outputTokens, answer.limits);
      leave.end('up');
      this.#answered(answer.limits);
      return answer;
    } catch (error) {
      if (!(error instanceof AppError)) leave.end('unknown');
      else this.#failed(error, sentAt, leave, admission);
      if (isDown(error) && this.#breaker.isOpen) return undefined;
      throw error;
    }
  }

  #answered(learned: LearnedLimits | undefined): void {
    this.#concurrency.succeeded();
    this.#slots.limit = this.#concurrency.limit;
    this.#rates.succeeded();
    if (learned !== undefined) this.#learn(learned);
  }

  /** All that slows down others comes before anything is given back to them. */
  #failed(error: AppError, sentAt: number, leave: Leave, admission: Admission): void {
    const { limits, usage, status } = error;
    const isThrottled = error.code === 'RATE_LIMITED';
    if (limits !== undefined) this.#learn(limits);
    if (isThrottled) this.#throttled(error, sentAt);
    const tokens = (usage?.inputTokens ?? 0) + (usage?.outputTokens ?? 0);
    admission.settle(tokens, isThrottled ? { remainingTokens: 0, ...limits } : limits);
    if (!isDown(error)) {
      leave.end(status === undefined ? 'unknown' : 'up');
      return;
    }
    this.#rates.faltered();
    this.#concurrency.faltered();
    leave.end('down', error);
  }

  #learn(learned: LearnedLimits): void {
    const told = this.#rates.learn(learned);
    if (told !== undefined) this.#options.onLimits?.(told);
  }

  #throttled(error: AppError, sentAt: number): void {
    // Who has to wait for longer than a call may take fails, and the next one asks again.
    const pause = Math.min(error.retryAfterMs ?? DEFAULT_PAUSE, this.#maxWaitMs);
    const episodeEnds = this.#clock.now() + pause;
    this.#rates.pause(pause);
    if (!this.#concurrency.throttled(sentAt, episodeEnds)) return;
    this.#slots.limit = this.#concurrency.limit;
    this.#rates.throttled(episodeEnds);
    this.#options.onThrottled?.(pause);
  }
}

function isDown(error: unknown): boolean {
  if (!(error instanceof AppError)) return false;
  return error.code === 'PROVIDER_UNAVAILABLE' || error.code === 'TIMEOUT';
}
