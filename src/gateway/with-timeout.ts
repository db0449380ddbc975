import { AppError } from '../core/errors.ts';

/**
 * Runs an attempt that is aborted after `milliseconds`.
 * @throws AppError `TIMEOUT` (retryable) when the time is up; the outer signal's reason when that was aborted.
 */
export async function withTimeout<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  options: { milliseconds: number; signal: AbortSignal; what: string },
): Promise<T> {
  const controller = new AbortController();
  const onAbort = () => controller.abort(options.signal.reason);
  options.signal.throwIfAborted();
  options.signal.addEventListener('abort', onAbort, { once: true });
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    controller.abort(new DOMException('The time limit is reached.', 'TimeoutError'));
  }, options.milliseconds);
  try {
    return await attempt(controller.signal);
  } catch (error) {
    if (!timedOut) throw error;
    const seconds = Math.round(options.milliseconds / 1000);
    throw new AppError('TIMEOUT', `${options.what} gave no answer within ${seconds} s.`, {
      retryable: true,
      suggestions: ['Try again later, or allow more time with timeouts.attemptMs in the configuration.'],
      cause: error,
    });
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', onAbort);
  }
}
