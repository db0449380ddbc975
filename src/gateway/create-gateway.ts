import { systemClock, type Clock } from '../batch/clock.ts';
import { retry } from '../batch/retry.ts';
import { AppError } from '../core/errors.ts';
import type { UnstampedEvent } from '../core/events.ts';
import { priceOf, type Consumed, type PriceList } from '../core/price.ts';
import { reportError } from '../core/report-error.ts';
import { addUsage, NO_USAGE, type Usage } from '../core/usage.ts';
import type { CallAnswer, CallRequest, CallScope, Gateway } from '../providers/call.ts';
import { ProviderGate, type ProviderLimits } from './provider-gate.ts';

export interface GatewayOptions {
  limits: Readonly<Record<string, ProviderLimits>>;
  prices: PriceList;
  retries: { attempts: number; maxElapsedMs: number };
  /** Once aborted no call starts any more; those under way may end. */
  drain: AbortSignal;
  /** Time for limits, retries and events; the system's unless said. */
  clock?: Clock;
  emit: (event: UnstampedEvent) => void;
}

/** Generous limits for a provider that the configuration does not name. */
const UNKNOWN_PROVIDER: ProviderLimits = { requestsPerMinute: 600, concurrency: 8 };

/** The one door to the network: limits, retries, prices and events. Adapters end an attempt that takes too long. */
export function createGateway(options: GatewayOptions): Gateway {
  const { clock = systemClock } = options;
  const gates = new Map<string, ProviderGate>();
  const gateOf = (provider: string): ProviderGate => {
    const known = gates.get(provider);
    if (known !== undefined) return known;
    const gate = new ProviderGate(options.limits[provider] ?? UNKNOWN_PROVIDER, clock);
    gates.set(provider, gate);
    return gate;
  };
  let calls = 0;
  return {
    call: (request, scope) => {
      calls++;
      return makeCall(calls, request, scope, gateOf(request.provider), { ...options, clock });
    },
  };
}

async function makeCall<Body, T>(
  call: number,
  request: CallRequest<Body, T>,
  scope: CallScope,
  gate: ProviderGate,
  options: GatewayOptions & { clock: Clock },
): Promise<T> {
  const { provider, operation, model, detail } = request;
  const about = { call, provider, operation, ...itemOf(scope) };
  const startedAt = options.clock.now();
  let attempts = 0;
  // A failed attempt may have cost something too, such as a cut answer of a model.
  let usage: Usage = NO_USAGE;
  const spend = (consumed: Consumed) => {
    const price = priceOf(consumed, { provider, model }, options.prices);
    const cost = { costUsd: price ?? 0, unpricedCalls: price === undefined ? 1 : 0 };
    usage = addUsage(usage, { ...NO_USAGE, ...consumed, ...cost });
  };
  // A drain ends all waiting at once; an attempt under way goes on until its own signal says otherwise.
  const waiting = AbortSignal.any([scope.signal, options.drain]);
  options.emit({ type: 'call-start', ...about, detail });
  const end = (outcome: { ok: boolean; status?: number | undefined; error?: unknown }) => {
    scope.onUsage?.(usage);
    options.emit({
      type: 'call-end',
      ...about,
      ok: outcome.ok,
      attempts,
      milliseconds: options.clock.now() - startedAt,
      usage,
      ...(outcome.status === undefined ? {} : { status: outcome.status }),
      ...(outcome.error === undefined ? {} : { error: reportError(outcome.error) }),
    });
  };
  try {
    const answer = await retry(
      async ({ attempt }) => {
        attempts = attempt;
        const tokens = request.estimatedTokens ?? 0;
        return gate.pass(tokens, waiting, () => {
          // A call that waited in vain was none.
          usage = { ...usage, calls: 1 };
          return attemptOnce(request, scope, spend);
        });
      },
      {
        attempts: options.retries.attempts,
        maxElapsedMs: options.retries.maxElapsedMs,
        baseDelayMs: 500,
        maxDelayMs: 30_000,
        signal: waiting,
        clock: options.clock,
        onRetry: ({ attempt, delayMs, error }) =>
          options.emit({
            type: 'call-retry',
            ...about,
            attempt,
            delayMs,
            error: reportError(error),
          }),
      },
    );
    end({ ok: true, status: answer.status });
    return answer.value;
  } catch (error) {
    end({ ok: false, error, status: error instanceof AppError ? error.status : undefined });
    throw error;
  }
}

async function attemptOnce<Body, T>(
  request: CallRequest<Body, T>,
  scope: CallScope,
  spend: (consumed: Consumed) => void,
): Promise<CallAnswer<T>> {
  try {
    const answer = await request.attempt(request.body, scope.signal);
    spend(answer.consumed);
    return answer;
  } catch (error) {
    if (error instanceof AppError && error.usage !== undefined) spend(error.usage);
    throw error;
  }
}

function itemOf(scope: CallScope): Pick<CallScope, 'item' | 'step'> {
  return {
    ...(scope.item === undefined ? {} : { item: scope.item }),
    ...(scope.step === undefined ? {} : { step: scope.step }),
  };
}
