import type { HttpFailure } from './http-error.ts';
import { BodySilent, BodyTooLarge } from './read-pieces.ts';

/** Reads what `readLimitedText` failed with as the failure of an answer that had begun with `status`. */
export function bodyFailure(error: unknown, status: number): HttpFailure {
  if (error instanceof BodySilent) {
    return { kind: 'silence', milliseconds: error.idleMs, status };
  }
  const isLong = error instanceof BodyTooLarge;
  const problem = isLong ? `it is ${error.message}` : 'it broke off before its end';
  return { kind: 'answer', problem, status, retryable: !isLong };
}
