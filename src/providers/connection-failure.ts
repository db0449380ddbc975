import type { HttpFailure } from './http-error.ts';

/** Errors are wrapped a few times; a chain without end is no chain. */
const DEEPEST = 10;

/** Codes of connections that were never made. After any other failure the request may have arrived. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Reads an error of `fetch` as a failed connection, told by its deepest cause: the outer ones say `fetch failed`. */
export function connectionFailure(error: unknown): HttpFailure {
  let deepest = error;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (!(deepest instanceof Error) || deepest.cause === undefined) break;
    deepest = deepest.cause;
  }
  if (!(deepest instanceof Error))
    return { kind: 'connection', message: 'unknown reason', wasSent: true };
  const code: unknown = Reflect.get(deepest, 'code');
  const wasSent = !(typeof code === 'string' && NEVER_SENT.has(code));
  const hint = typeof code === 'string' && !deepest.message.includes(code) ? ` (${code})` : '';
  const message = `${deepest.message}${hint}`.trim() || deepest.name;
  return { kind: 'connection', message, wasSent };
}
