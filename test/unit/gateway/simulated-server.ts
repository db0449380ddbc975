import type { Clock } from '../../../src/batch/clock.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { LearnedLimits } from '../../../src/core/learned-limits.ts';
import type { CallAnswer } from '../../../src/providers/call.ts';

/** From when to when something is otherwise: a part of the quota, or no service at all. */
export interface Phase {
  fromMs: number;
  toMs: number;
  quota?: number;
  down?: boolean;
}

export interface SimulatedLimits {
  windowMs: number;
  requests: number;
  tokens?: number;
  /** Counts like a bucket that fills evenly, or exactly over a sliding window. */
  counts: 'bucket' | 'window';
  phases?: readonly Phase[];
  /** Whether the answers tell the limits, as OpenAI does. */
  tells: boolean;
  latencyMs: (call: number) => number;
}

interface Arrival {
  at: number;
  status: number;
  tokens: number;
}

/** A provider in simulated time: answers 200, 429 or 503 as a real one would, and keeps a record. */
export class SimulatedServer {
  readonly arrivals: Arrival[] = [];
  readonly #limits: SimulatedLimits;
  readonly #clock: Clock;
  #level: { requests: number; tokens: number };
  #filledAt = 0;
  inFlight = 0;

  constructor(limits: SimulatedLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#level = { requests: limits.requests, tokens: limits.tokens ?? Infinity };
  }

  count(status: number): number {
    return this.arrivals.filter((arrival) => arrival.status === status).length;
  }

  /** One attempt of a call that is charged with that many tokens, of which it uses a part. */
  async attempt(tokens: number, usedTokens = tokens): Promise<CallAnswer<number>> {
    const { status, retryAfterMs } = this.#decide(tokens);
    const limits = this.#limits.tells && status !== 503 ? { limits: this.#told() } : {};
    this.arrivals.push({ at: this.#clock.now(), status, tokens });
    this.inFlight++;
    await new Promise<void>((resolve) => {
      this.#clock.setTimer(resolve, this.#limits.latencyMs(this.arrivals.length));
    });
    this.inFlight--;
    if (status === 200) {
      const consumed = {
        inputTokens: usedTokens,
        cachedInputTokens: 0,
        outputTokens: 0,
        credits: 0,
      };
      return { value: 1, consumed, status, ...limits };
    }
    const code = status === 429 ? 'RATE_LIMITED' : 'PROVIDER_UNAVAILABLE';
    throw new AppError(code, `The server says ${status}.`, {
      status,
      retryable: true,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...limits,
    });
  }

  #decide(tokens: number): { status: number; retryAfterMs?: number } {
    const now = this.#clock.now();
    this.#fill(now);
    if (this.#phase(now).down === true) return { status: 503 };
    const wait =
      this.#limits.counts === 'bucket' ? this.#bucketWait(tokens) : this.#windowWait(now);
    if (wait > 0) return { status: 429, retryAfterMs: Math.ceil(wait) };
    this.#level.requests -= 1;
    this.#level.tokens -= tokens;
    return { status: 200 };
  }

  #phase(now: number): Partial<Phase> {
    return this.#limits.phases?.find(({ fromMs, toMs }) => now >= fromMs && now < toMs) ?? {};
  }

  #bucketWait(tokens: number): number {
    const { windowMs, requests, tokens: most = Infinity } = this.#limits;
    const quota = this.#phase(this.#clock.now()).quota ?? 1;
    const wait = (missing: number, limit: number): number =>
      missing > 1e-9 ? (missing / (limit * quota)) * windowMs : 0;
    return Math.max(
      wait(1 - this.#level.requests, requests),
      wait(tokens - this.#level.tokens, most),
    );
  }

  /** Counts requests alone. */
  #windowWait(now: number): number {
    const { windowMs, requests } = this.#limits;
    const granted = this.arrivals.filter(({ at, status }) => status === 200 && at > now - windowMs);
    const first = granted.at(-requests);
    return first === undefined ? 0 : first.at + windowMs - now;
  }

  /** Fills the bucket in steps of a millisecond at most, each with the quota that holds then. */
  #fill(now: number): void {
    const { windowMs, requests, tokens = Infinity } = this.#limits;
    while (this.#filledAt < now) {
      const to = Math.min(now, Math.floor(this.#filledAt) + 1);
      const quota = this.#phase(this.#filledAt).quota ?? 1;
      const part = ((to - this.#filledAt) / windowMs) * quota;
      this.#level.requests = Math.min(requests * quota, this.#level.requests + requests * part);
      this.#level.tokens = Math.min(tokens * quota, this.#level.tokens + tokens * part);
      this.#filledAt = to;
    }
  }

  #told(): LearnedLimits {
    const { windowMs, requests, tokens } = this.#limits;
    const quota = this.#phase(this.#clock.now()).quota ?? 1;
    const reset = (level: number, limit: number): number =>
      ((limit * quota - level) / (limit * quota)) * windowMs;
    const perMinute = (limit: number): number => (limit * quota * 60_000) / windowMs;
    return {
      requestsPerMinute: perMinute(requests),
      remainingRequests: Math.floor(this.#level.requests),
      requestsResetMs: reset(this.#level.requests, requests),
      ...(tokens === undefined
        ? {}
        : {
            tokensPerMinute: perMinute(tokens),
            remainingTokens: Math.floor(this.#level.tokens),
            tokensResetMs: reset(this.#level.tokens, tokens),
          }),
    };
  }
}
