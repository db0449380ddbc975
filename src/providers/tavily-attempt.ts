import type { TavilyClient } from '@tavily/core';
import { attemptWithin, type AttemptLimits } from './attempt-within.ts';
import { type HttpFailure, httpError } from './http-error.ts';
import type { ProviderIdentity } from './provider-identity.ts';
import { unparsable } from './read-json-body.ts';
import { tavilyMessage } from './tavily-message.ts';
import { type HttpAnswer, loadTavily, watchCall, type WatchedCall } from './tavily-transport.ts';

/** How Tavily is reached. */
export interface TavilyConnection {
  identity: ProviderIdentity;
  apiKey: string;
}

/** Twenty pages of full text fit in easily; a body without end does not fill the memory. */
const MAX_BYTES = 50_000_000;

/** Makes one call of the SDK and wraps what it fails with, by what passed over the wire. */
export function attemptTavily<T>(
  { identity, apiKey }: TavilyConnection,
  limits: AttemptLimits,
  call: (client: TavilyClient) => Promise<T>,
): Promise<{ value: T; answer: HttpAnswer }> {
  const send = async (signal: AbortSignal): Promise<{ value: T; answer: HttpAnswer }> => {
    const client = loadTavily().tavily({ apiKey, apiBaseURL: identity.baseUrl });
    const outcome = await watchCall(() => call(client), { signal, maxBytes: MAX_BYTES });
    if (!outcome.ok) throw httpError(readFailure(outcome, limits.timeoutMs), identity);
    return outcome;
  };
  return attemptWithin(identity, limits, send, () => undefined);
}

function readFailure(
  { answer, failure }: Extract<WatchedCall<unknown>, { ok: false }>,
  timeoutMs: number,
): HttpFailure {
  const { message = 'unknown reason', code = '' } = failure ?? {};
  if (message.startsWith('maxContentLength')) {
    const problem = `it is longer than ${MAX_BYTES} bytes`;
    return { kind: 'answer', problem, status: answer?.status ?? 200, retryable: false };
  }
  if (answer === undefined) {
    // What axios calls its own time limit.
    if (code === 'ECONNABORTED') return { kind: 'timeout', milliseconds: timeoutMs };
    const hint = code !== '' && !message.includes(code) ? ` (${code})` : '';
    return { kind: 'connection', message: `${message}${hint}` };
  }
  const { status, header, body } = answer;
  if (status < 200 || status > 299) {
    return { kind: 'status', status, header, message: tavilyMessage(body) };
  }
  return { kind: 'answer', problem: oddBody(body), status, retryable: true };
}

function oddBody(body: unknown): string {
  if (body === undefined) return 'it broke off before its end';
  return typeof body === 'string' ? unparsable(body) : 'it has no list of results';
}
