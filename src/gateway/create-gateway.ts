import { systemClock, type Clock } from '../batch/clock.ts';
import type { UnstampedEvent } from '../core/events.ts';
import type { PriceList } from '../core/price.ts';
import type { Gateway, LearnedLimits } from '../providers/call.ts';
import type { Budget } from './budget.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { makeCall } from './make-call.ts';
import { ProviderGate } from './provider-gate.ts';
import type { ProviderLimits } from './provider-limits.ts';
import { SingleFlight } from './single-flight.ts';

export interface GatewayOptions {
  limits: Readonly<Record<string, ProviderLimits>>;
  prices: PriceList;
  retries: { attempts: number; maxElapsedMs: number };
  /** Once aborted no call starts any more; those under way may end. */
  drain: AbortSignal;
  /** Where answers are kept and looked for; without it every call is made. */
  kept?: KeptAnswers;
  /** What may be spent; without it there is no limit. */
  budget?: Budget;
  /** What the providers said about their limits earlier. */
  known?: Readonly<Record<string, LearnedLimits>>;
  /** Told when a provider says something new about its limits. */
  onLimits?: (provider: string, limits: LearnedLimits) => void;
  /** Told when a provider has got too many requests, with the pause that follows. */
  onThrottled?: (provider: string, pauseMs: number) => void;
  /** Told when calls begin to wait because a provider is out of order, and when it is back. */
  onOutage?: (provider: string, isDown: boolean) => void;
  /** Time for limits, retries and events; the system's unless said. */
  clock?: Clock;
  /** Wall clock, for the records; the system's unless said. */
  wallClock?: () => Date;
  emit: (event: UnstampedEvent) => void;
}

/** Generous limits for a provider that the configuration does not name. */
const UNKNOWN_PROVIDER: ProviderLimits = { requestsPerMinute: 600, concurrency: 8 };

/** The one door to the network: kept answers, budget, limits, retries, prices and events. Adapters end an attempt that takes too long. */
export function createGateway(options: GatewayOptions): Gateway {
  const { clock = systemClock, wallClock = () => new Date() } = options;
  const gates = new Map<string, ProviderGate>();
  const gateOf = (provider: string): ProviderGate => {
    const known = gates.get(provider);
    if (known !== undefined) return known;
    const gate = new ProviderGate({
      limits: options.limits[provider] ?? UNKNOWN_PROVIDER,
      known: options.known?.[provider],
      maxWaitMs: options.retries.maxElapsedMs,
      clock,
      onLimits: (limits) => options.onLimits?.(provider, limits),
      onThrottled: (pauseMs) => options.onThrottled?.(provider, pauseMs),
      onOutage: (isDown) => options.onOutage?.(provider, isDown),
    });
    gates.set(provider, gate);
    return gate;
  };
  const flights = new SingleFlight();
  let calls = 0;
  return {
    call: (request, scope) => {
      calls++;
      const gate = gateOf(request.provider);
      return makeCall(request, scope, { ...options, call: calls, gate, flights, clock, wallClock });
    },
  };
}
