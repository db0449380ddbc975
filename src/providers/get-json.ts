import { attemptWithin, type AttemptLimits } from './attempt-within.ts';
import { connectionFailure } from './connection-failure.ts';
import { type JsonAnswer, type JsonService, requestJson } from './request-json.ts';

/**
 * One attempt at getting JSON from an address, within its limits of time and size.
 * @throws AppError classified by what came of it, or the reason of `limits.signal` when that one aborted.
 */
export function getJson(
  service: JsonService,
  url: string,
  limits: AttemptLimits,
  headers: Record<string, string> = {},
): Promise<JsonAnswer> {
  return attemptWithin(
    service.identity,
    limits,
    (signal) => requestJson(service, { method: 'GET', url, headers }, signal),
    connectionFailure,
  );
}
