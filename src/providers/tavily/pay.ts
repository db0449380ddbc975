import type { AttemptLimits } from '../attempt-within.ts';
import type { CallAnswer, CallScope, Gateway } from '../call.ts';
import { consumedCredits } from '../consumed-credits.ts';
import { scrubKeys } from '../scrub-keys.ts';
import type { TavilyConnection } from './attempt.ts';

/** A call that costs credits. */
interface PaidCall<Body, T> {
  operation: 'search' | 'extract' | 'map' | 'crawl';
  /** Plain JSON: all that decides the answer. */
  body: Body;
  /** What it asks for, for people. */
  about: string;
  /** The most credits that it can cost. */
  most: number;
  attempt: (body: Body, limits: AttemptLimits) => Promise<CallAnswer<T>>;
}

/** Makes calls that cost credits through the gateway; what they found is kept. */
export function payTavily(
  { identity }: TavilyConnection,
  { gateway, timeoutMs }: { gateway: Gateway; timeoutMs: number },
): <Body, T>(call: PaidCall<Body, T>, scope: CallScope) => Promise<T> {
  const { baseUrl, keys } = identity;
  return ({ operation, body, about, most, attempt }, scope) =>
    gateway.call(
      {
        provider: 'tavily',
        operation,
        body,
        detail: scrubKeys(`${baseUrl}/${operation} ${about}`, keys),
        worstCase: consumedCredits(most),
        keep: 'research',
        attempt: (sent, signal) => attempt(sent, { signal, timeoutMs }),
      },
      scope,
    );
}
