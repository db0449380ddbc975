import { systemClock, type Clock } from './clock.ts';

export interface WaitOptions {
  signal?: AbortSignal;
  clock?: Clock;
}

/**
 * Waits for that many milliseconds.
 * @throws the signal's reason, at once, when the wait is aborted.
 */
export function wait(milliseconds: number, options: WaitOptions = {}): Promise<void> {
  const { signal, clock = systemClock } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = (): void => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = clock.setTimer(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
