import type { HttpFailure } from './http-error.ts';

/** Errors are wrapped a few times; a chain without end is no chain. */
const DEEPEST = 10;

/** Reads an error of `fetch` as a failed connection, told by its deepest cause: the outer ones say `fetch failed`. */
export function connectionFailure(error: unknown): HttpFailure {
  let deepest = error;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (!(deepest instanceof Error) || deepest.cause === undefined) break;
    deepest = deepest.cause;
  }
  if (!(deepest instanceof Error)) return { kind: 'connection', message: 'unknown reason' };
  const code: unknown = Reflect.get(deepest, 'code');
  const hint = typeof code === 'string' && !deepest.message.includes(code) ? ` (${code})` : '';
  return { kind: 'connection', message: `${deepest.message}${hint}`.trim() || deepest.name };
}
