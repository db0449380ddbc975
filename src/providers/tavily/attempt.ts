import type { TavilyClient } from '@tavily/core';
import { attemptWithin, type AttemptLimits } from '../attempt-within.ts';
import { type HttpFailure, httpError, type HttpVerdict } from '../http-error.ts';
import { loadTavily } from './load-tavily.ts';
import type { ProviderIdentity } from '../provider-identity.ts';
import { type HttpAnswer, watchCall } from './transport.ts';

/** How Tavily is reached. */
export interface TavilyConnection {
  identity: ProviderIdentity;
  apiKey: string;
  /** How long the next byte of an answer may take once it has begun, in milliseconds. */
  idleTimeoutMs: number;
}

/** Twenty pages of full text fit in easily; a body without end does not fill the memory. */
const MAX_BYTES = 20_000_000;

/**
 * Makes one call of the SDK and wraps what it fails with, by what passed over the wire. `judge` tells what a status
 * means where it means something of its own for this call.
 */
export function attemptTavily<T>(
  { identity, apiKey, idleTimeoutMs }: TavilyConnection,
  limits: AttemptLimits,
  call: (client: TavilyClient) => Promise<T>,
  judge?: (status: number) => HttpVerdict | undefined,
): Promise<{ value: T; answer: HttpAnswer }> {
  const send = async (signal: AbortSignal): Promise<{ value: T; answer: HttpAnswer }> => {
    const client = loadTavily().tavily({ apiKey, apiBaseURL: identity.baseUrl });
    const bodyLimits = { maxBytes: MAX_BYTES, idleMs: idleTimeoutMs };
    const outcome = await watchCall(() => call(client), { signal, limits: bodyLimits });
    if (!outcome.ok) throw httpError(judged(outcome.failure), identity);
    return outcome;
  };
  const judged = (failure: HttpFailure): HttpFailure =>
    failure.kind === 'status' ? { ...failure, verdict: judge?.(failure.status) } : failure;
  return attemptWithin(identity, limits, send, () => undefined);
}
