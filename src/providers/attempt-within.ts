import { AppError } from '../core/errors.ts';
import { type HttpFailure, httpError } from './http-error.ts';
import type { ProviderIdentity } from './provider-identity.ts';
import { scrubKeys } from './scrub-keys.ts';

export interface AttemptLimits {
  signal: AbortSignal;
  /** From sending to the last byte of the answer, in milliseconds. */
  timeoutMs: number;
}

/**
 * Runs one attempt under a deadline of its own and wraps what it fails with.
 * `send` must end its request when the signal that it is given aborts. `describe` reads the error it threw;
 * undefined stands for a fault of the program itself.
 * @throws AppError, or the reason of `limits.signal` when that one aborted.
 */
export async function attemptWithin<T>(
  identity: ProviderIdentity,
  limits: AttemptLimits,
  send: (signal: AbortSignal) => Promise<T>,
  describe: (error: unknown) => HttpFailure | undefined | Promise<HttpFailure | undefined>,
): Promise<T> {
  const { signal, timeoutMs } = limits;
  signal.throwIfAborted();
  const deadline = new AbortController();
  const forward = (): void => deadline.abort(signal.reason);
  const expire = (): void => deadline.abort(new DOMException('The time is up.', 'TimeoutError'));
  signal.addEventListener('abort', forward, { once: true });
  const timer = setTimeout(expire, timeoutMs);
  try {
    return await send(deadline.signal);
  } catch (error) {
    if (deadline.signal.aborted && !isTimeout(deadline.signal.reason)) throw deadline.signal.reason;
    if (deadline.signal.aborted) {
      throw httpError({ kind: 'timeout', milliseconds: timeoutMs }, identity);
    }
    if (error instanceof AppError) throw error;
    const failure = await describe(error);
    throw failure === undefined ? internalError(error, identity) : httpError(failure, identity);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', forward);
  }
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}

/** The original is not kept as the cause: errors of HTTP clients carry the request with its key. */
function internalError(error: unknown, identity: ProviderIdentity): AppError {
  const message = scrubKeys(String(error), identity.keys);
  return new AppError('INTERNAL', `${identity.label} could not be called: ${message}`);
}
