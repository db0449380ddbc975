import { AppError } from '../core/errors.ts';
import type { Clock } from './clock.ts';
import type { BatchListener } from './events.ts';
import type { RateLimiter, RateLimiterOptions } from './rate-limiter.ts';
import { requireNumber } from './require-number.ts';
import { checkRetryOptions, type RetryOptions } from './retry.ts';
import type { SettledItem } from './settled-item.ts';

/** What `process` is told beside the item. */
export interface ItemContext {
  /** Place of the item in the input, from 0. */
  index: number;
  /** The lane that works on it, from 0 to below the concurrency. */
  lane: number;
  /** Aborted when the run wants its work back: hand it to every call that takes a signal. */
  signal: AbortSignal;
  /** From 1. */
  attempt: number;
}

/** What `process` is told beside a group of items. */
export interface GroupContext extends Omit<ItemContext, 'index'> {
  /** Places of the items in the input, aligned with them. */
  indexes: readonly number[];
}

export type ProcessItem<T, R> = (item: T, context: ItemContext) => R | PromiseLike<R>;

/** Returns one entry an item, in the same order; an `Error` in place of a result fails that item alone. */
export type ProcessGroup<T, R> = (
  items: readonly T[],
  context: GroupContext,
) => readonly (R | Error)[] | PromiseLike<readonly (R | Error)[]>;

export interface BatchOptions<T, R> {
  /** Calls of `process` at a time; 1 unless said, Infinity for all at once. */
  concurrency?: number;
  /** `fail-fast` (the default) stops at the first failure, `continue` gives each item its own fate. */
  mode?: 'fail-fast' | 'continue';
  /** Hands `process` so many items a call; it then takes and returns arrays. */
  batchSize?: number;
  /** Repeats a call that failed; not at all unless said. */
  retry?: Omit<RetryOptions, 'signal'>;
  /** Takes a weight of 1 for each attempt. Give an instance to share it between runs. */
  rateLimit?: RateLimiter | RateLimiterOptions;
  /** Higher starts first, equal ones in input order. Needs all items beforehand. */
  priority?: (item: T) => number;
  /** When aborted, nothing starts any more and what is in flight is aborted. */
  signal?: AbortSignal;
  /** When aborted, nothing starts any more and what is in flight ends as it would. */
  drain?: AbortSignal;
  /** Errors that end the run in either mode, because every further item would meet them, too. */
  stopWhen?: (error: Error) => boolean;
  /** Told what happens. What it throws is kept as `listenerError` and changes nothing. */
  onEvent?: BatchListener;
  /** Given each item that was started when it has settled; a lane waits for the promise it may return. */
  onSettled?: (settled: SettledItem<T, R>) => void | PromiseLike<void>;
  /** False keeps no item and no result, only the counts; then `onSettled` is where results go. */
  collect?: boolean;
  /** For the delays and the times in events. */
  clock?: Clock;
}

/** @throws AppError `USAGE` for the first option that is wrong. */
export function checkBatchOptions<T, R>(options: BatchOptions<T, R>): void {
  const { concurrency = 1, batchSize = 1, mode = 'fail-fast', retry } = options;
  requireNumber('concurrency', concurrency, { minimum: 1, whole: true, infinite: true });
  requireNumber('batchSize', batchSize, { minimum: 1, whole: true });
  if (mode !== 'fail-fast' && mode !== 'continue') {
    throw new AppError(
      'USAGE',
      `mode must be 'fail-fast' or 'continue', but it is ${String(mode)}.`,
    );
  }
  if (retry) checkRetryOptions(retry);
}
