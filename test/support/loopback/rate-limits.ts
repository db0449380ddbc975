import { openaiError, tavilyError } from './error-bodies.ts';
import type { LoopbackCall, LoopbackOptions, RouteAnswer } from './loopback-types.ts';
import { countTokens } from './openai-routes.ts';
import { type RateLimit, RateWindow } from './rate-window.ts';
import type { Schedule } from './schedule.ts';

/** High enough to bind nobody; OpenAI tells its limits in every answer. */
const WIDE = { requests: { limit: 30_000 }, tokens: { limit: 150_000_000 } };

/** The limits of both providers, as they count and as they answer. */
export class RateLimits {
  readonly #tavily: RateWindow | undefined;
  readonly #requests: RateWindow;
  readonly #tokens: RateWindow;

  constructor({ limits, schedule: phases }: LoopbackOptions, schedule?: Schedule) {
    const open = (limit: RateLimit, provider: LoopbackCall['provider']): RateWindow =>
      new RateWindow(
        limit,
        undefined,
        phases === undefined ? undefined : (at) => schedule?.quota(provider, at) ?? 1,
      );
    const tavily = limits?.tavily?.requests;
    this.#tavily = tavily && open(tavily, 'tavily');
    this.#requests = open(limits?.openai?.requests ?? WIDE.requests, 'openai');
    this.#tokens = open(limits?.openai?.tokens ?? WIDE.tokens, 'openai');
  }

  /** The 429 for a call that comes too early, undefined for one that may pass. */
  check(call: LoopbackCall): RouteAnswer | undefined {
    if (call.provider === 'tavily') {
      const wait = this.#tavily?.take(1) ?? 0;
      return wait > 0 ? { ...tavilyError(429), headers: retryHeaders(wait) } : undefined;
    }
    if (call.route !== 'chat' && call.route !== 'embeddings') return undefined;
    const tokens = chargedTokens(call.body);
    if (tokens > this.#tokens.limit) {
      return this.#refuse(
        `Request too large on tokens per min (TPM): Limit ${this.#tokens.limit}, Requested ${tokens}.`,
        'tokens',
        0,
      );
    }
    const wait = this.#requests.take(1);
    if (wait > 0)
      return this.#refuse('Rate limit reached on requests per min (RPM).', 'requests', wait);
    const pause = this.#tokens.take(tokens);
    if (pause > 0)
      return this.#refuse('Rate limit reached on tokens per min (TPM).', 'tokens', pause);
    return undefined;
  }

  /** The headers that OpenAI sends with every answer. */
  headers(): Record<string, string> {
    const both = [['requests', this.#requests] as const, ['tokens', this.#tokens] as const];
    return Object.fromEntries(
      both.flatMap(([kind, window]) => [
        [`x-ratelimit-limit-${kind}`, String(window.limit)],
        [`x-ratelimit-remaining-${kind}`, String(window.remaining)],
        [`x-ratelimit-reset-${kind}`, `${window.resetMs}ms`],
      ]),
    );
  }

  #refuse(message: string, type: string, wait: number): RouteAnswer {
    const headers = { ...this.headers(), ...(wait > 0 ? retryHeaders(wait) : {}) };
    return { ...openaiError(429, { message, type, code: 'rate_limit_exceeded' }), headers };
  }
}

function retryHeaders(wait: number): Record<string, string> {
  return { 'retry-after': String(Math.ceil(wait / 1000)), 'retry-after-ms': String(wait) };
}

/** What a chat is charged with: its messages, and all the output that it allows; embeddings with their texts. */
export function chargedTokens(body: unknown): number {
  const fields = Object(body) as Record<string, unknown>;
  const most = Number(fields['max_completion_tokens'] ?? fields['max_tokens'] ?? 0);
  return countTokens(JSON.stringify(fields['messages'] ?? fields['input'] ?? '')) + most;
}
