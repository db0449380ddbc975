import { ExponentialBackoff, noJitterGenerator, type IBackoff } from 'cockatiel';
import { AppError } from '../core/errors.ts';
import { systemClock, type Clock } from './clock.ts';
import { requireNumber } from './require-number.ts';
import { wait } from './wait.ts';

export interface RetryEvent {
  /** The attempt that failed, from 1. */
  attempt: number;
  /** How long the next attempt waits, in milliseconds. */
  delayMs: number;
  error: unknown;
}

export interface RetryOptions {
  /** Attempts in all, the first included; 4 unless said. Infinity leaves it to `maxElapsedMs`. */
  attempts?: number;
  /** The first delay before jitter; it doubles with each attempt. 500 unless said. */
  baseDelayMs?: number;
  /** The longest delay that the backoff asks for; 30,000 unless said. Does not cut a `retryAfterMs`. */
  maxDelayMs?: number;
  /** A delay that would end later than this after the start fails at once; 300,000 unless said. */
  maxElapsedMs?: number;
  /** How a delay d is spread: `half` over d/2 to d (the default), `full` over 0 to d, `none` not at all. */
  jitter?: 'none' | 'half' | 'full';
  signal?: AbortSignal;
  /** Whether the error is worth another attempt; `AppError.retryable` unless said. */
  shouldRetry?: (error: unknown) => boolean;
  /** The delay that the other side asked for; wins over the backoff. `AppError.retryAfterMs` unless said. */
  retryAfterMs?: (error: unknown) => number | undefined;
  /** Told before each delay. */
  onRetry?: (event: RetryEvent) => void;
  /** 0 to below 1, for the jitter. */
  random?: () => number;
  clock?: Clock;
}

export interface AttemptContext {
  /** From 1. */
  attempt: number;
  signal: AbortSignal;
}

/**
 * Runs an attempt until one succeeds. The delays are cockatiel's exponential backoff; its retry policy is
 * not used, because its wait can be neither aborted nor capped.
 * @throws what the last attempt failed with, or the signal's reason when aborted before or between attempts.
 */
export async function retry<T>(
  run: (context: AttemptContext) => T | PromiseLike<T>,
  options: RetryOptions = {},
): Promise<T> {
  checkRetryOptions(options);
  const {
    attempts = 4,
    maxElapsedMs = 300_000,
    signal = new AbortController().signal,
    shouldRetry = isRetryable,
    retryAfterMs = requestedDelay,
    onRetry,
    clock = systemClock,
  } = options;
  const startedAt = clock.now();
  let backoff: IBackoff<unknown> | undefined;
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await run({ attempt, signal });
    } catch (error) {
      if (attempt >= attempts || signal.aborted || !shouldRetry(error)) throw error;
      backoff = backoff ? backoff.next(undefined) : startBackoff(options);
      const delayMs = Math.max(0, retryAfterMs(error) ?? backoff.duration);
      if (!(clock.now() - startedAt + delayMs <= maxElapsedMs)) throw error;
      onRetry?.({ attempt, delayMs, error });
      await wait(delayMs, { signal, clock });
    }
  }
}

/** @throws AppError `USAGE` for a number out of range. */
export function checkRetryOptions(options: RetryOptions): void {
  const { attempts = 4, baseDelayMs = 500, maxDelayMs = 30_000, maxElapsedMs = 300_000 } = options;
  requireNumber('attempts', attempts, { minimum: 1, whole: true, infinite: true });
  requireNumber('baseDelayMs', baseDelayMs, { minimum: 0 });
  requireNumber('maxDelayMs', maxDelayMs, { minimum: 0 });
  requireNumber('maxElapsedMs', maxElapsedMs, { minimum: 0, infinite: true });
}

function startBackoff(options: RetryOptions): IBackoff<unknown> {
  const { jitter = 'half', random = Math.random } = options;
  const fixedShare = { none: 1, half: 0.5, full: 0 }[jitter];
  return new ExponentialBackoff<number>({
    initialDelay: options.baseDelayMs ?? 500,
    maxDelay: options.maxDelayMs ?? 30_000,
    generator: (state, settings) => {
      const [delay, nextState] = noJitterGenerator(state, settings);
      return [delay * (fixedShare + (1 - fixedShare) * random()), nextState];
    },
  }).next();
}

function isRetryable(error: unknown): boolean {
  return error instanceof AppError && error.retryable;
}

function requestedDelay(error: unknown): number | undefined {
  return error instanceof AppError ? error.retryAfterMs : undefined;
}
