import type { StepName } from '../core/events.ts';
import type { Usage } from '../core/usage.ts';

/** On whose behalf a call is made. */
export interface CallScope {
  signal: AbortSignal;
  item?: number;
  step?: StepName;
  /** Told what each call has consumed, failed ones included. */
  onUsage?: (usage: Usage) => void;
}

/** What a provider says about its limits in the headers of an answer. */
export interface LearnedLimits {
  requestsPerMinute?: number;
  tokensPerMinute?: number;
}

/** One answer from outside, with what it consumed. */
export interface CallAnswer<T> {
  /** Plain JSON data, so that it can be kept and replayed. */
  value: T;
  /** Without `calls`, `costUsd` and `unpricedCalls`, which the gateway adds. */
  consumed: Pick<Usage, 'inputTokens' | 'cachedInputTokens' | 'outputTokens' | 'credits'>;
  status: number;
  limits?: LearnedLimits;
}

/** One request to the outside: `attempt` sends it once, within a time limit, without retries, and throws an `AppError`. */
export interface CallRequest<Body, T> {
  provider: string;
  operation: string;
  /** The model, for calls that are priced by model. */
  model?: string;
  /** Plain JSON: all that decides the answer, and no key. */
  body: Body;
  /** For people: URL and query, without keys. */
  detail: string;
  /** What it will probably consume, for limits in tokens. */
  estimatedTokens?: number;
  attempt: (body: Body, signal: AbortSignal) => Promise<CallAnswer<T>>;
}

/** The one door to the network. */
export interface Gateway {
  /**
   * Sends the request within the provider's limits, with retries.
   * @throws AppError what the last attempt failed with, or the signal's reason when aborted.
   */
  call<Body, T>(request: CallRequest<Body, T>, scope: CallScope): Promise<T>;
}
