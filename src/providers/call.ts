import type { StepName } from '../core/events.ts';
import type { LearnedLimits } from '../core/learned-limits.ts';
import type { Consumed } from '../core/price.ts';
import type { Usage } from '../core/usage.ts';

export type { LearnedLimits } from '../core/learned-limits.ts';

/** How long a kept answer is good. */
export type Keeping = 'research' | 'writing';

/** On whose behalf a call is made. */
export interface CallScope {
  signal: AbortSignal;
  item?: number;
  step?: StepName;
  /** Told what each call has consumed, failed ones included. `replayed`: an earlier session of the run has paid. */
  onUsage?: (usage: Usage, replayed?: boolean) => void;
  /** Told what a kept answer has saved that somebody else had paid for. */
  onSaved?: (usage: Usage) => void;
}

/** One answer from outside, with what it consumed. */
export interface CallAnswer<T> {
  /** Plain JSON data, so that it can be kept and replayed. */
  value: T;
  /** Without `calls`, `costUsd` and `unpricedCalls`, which the gateway adds. */
  consumed: Consumed;
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
  /** The most that one attempt can be charged for, for the budget. Absent for calls that are free. */
  worstCase?: Consumed;
  /** Whether the answer is kept to be used again: what research found grows old, what a model wrote does not. */
  keep?: Keeping;
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
