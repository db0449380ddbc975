import { BatchError } from './batch-error.ts';
import type { ProcessItem } from './batch-options.ts';
import { runBatch } from './run-batch.ts';

export interface MapOptions {
  /** Calls at a time; 1 unless said, Infinity for all at once. */
  concurrency?: number;
  signal?: AbortSignal;
}

/**
 * The results of `map` in input order. After the first failure nothing starts, the rest is aborted, and the
 * promise rejects once everything in flight has settled.
 * @throws what the first failing call threw, what the items threw, or the signal's reason.
 */
export async function mapConcurrent<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  map: ProcessItem<T, R>,
  options: MapOptions = {},
): Promise<R[]> {
  const { concurrency = 1, signal } = options;
  const result = await runBatch(items, map, {
    concurrency,
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    throw error instanceof BatchError ? error.cause : error;
  });
  if (result.allSucceeded) return result.results as R[];
  if (result.stoppedBy === 'abort') throw signal?.reason;
  throw result.stopError;
}
