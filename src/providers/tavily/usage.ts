import type { AttemptLimits } from '../attempt-within.ts';
import type { CallAnswer } from '../call.ts';
import { consumedCredits } from '../consumed-credits.ts';
import { getJson } from '../get-json.ts';
import { httpError } from '../http-error.ts';
import { jsonCount, jsonField } from '../../core/json-field.ts';
import type { TavilyConnection } from './attempt.ts';
import { tavilyMessage } from './message.ts';

/** The credits that a key and its account have used; without `limit` where there is none. */
export interface TavilyUsage {
  plan?: string;
  key: { used: number; limit?: number };
  account: { used: number; limit?: number };
}

const MAX_BYTES = 1_000_000;

/** Asks what the key has used, which costs no credit. The SDK has no method for it. */
export async function fetchTavilyUsage(
  { identity, apiKey, idleTimeoutMs }: TavilyConnection,
  limits: AttemptLimits,
): Promise<CallAnswer<TavilyUsage>> {
  const service = {
    identity,
    idleTimeoutMs,
    maxBytes: MAX_BYTES,
    readError: (body: unknown) => ({ message: tavilyMessage(body) }),
  };
  const headers = { authorization: `Bearer ${apiKey}` };
  const { value: body, status } = await getJson(
    service,
    `${identity.baseUrl}/usage`,
    limits,
    headers,
  );
  const value = readUsage(body);
  if (value === undefined) {
    const problem = 'it does not tell the usage of the key';
    throw httpError({ kind: 'answer', problem, status, retryable: true }, identity);
  }
  return { value, consumed: consumedCredits(0), status };
}

function readUsage(body: unknown): TavilyUsage | undefined {
  const key = jsonField(body, 'key');
  const account = jsonField(body, 'account');
  if (typeof jsonField(key, 'usage') !== 'number') return undefined;
  const plan = jsonField(account, 'current_plan');
  return {
    ...(typeof plan === 'string' ? { plan } : {}),
    key: readCredits(jsonField(key, 'usage'), jsonField(key, 'limit')),
    account: readCredits(jsonField(account, 'plan_usage'), jsonField(account, 'plan_limit')),
  };
}

function readCredits(used: unknown, limit: unknown): { used: number; limit?: number } {
  const count = jsonCount(used);
  return typeof limit === 'number' ? { used: count, limit: jsonCount(limit) } : { used: count };
}
