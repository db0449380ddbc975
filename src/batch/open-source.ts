import { AppError } from '../core/errors.ts';
import { ArraySource } from './array-source.ts';
import { AsyncSource } from './async-source.ts';
import type { ItemSource } from './item-source.ts';
import { SyncSource } from './sync-source.ts';

/**
 * Copies arrays, sets and maps as they are now, and pulls from everything else lazily.
 * @throws AppError `USAGE` for what cannot be iterated, and for a priority over an async iterable.
 */
export function openSource<T>(
  items: Iterable<T> | AsyncIterable<T>,
  groupSize: number,
  priority: ((item: T) => number) | undefined,
): ItemSource<T> {
  if (typeof items !== 'object' || items === null) throw notIterable(items);
  if (Symbol.asyncIterator in items) {
    if (!priority) return new AsyncSource(items[Symbol.asyncIterator](), groupSize);
    throw new AppError(
      'USAGE',
      'priority needs all items beforehand, but they are an async iterable.',
      {
        suggestions: ['Collect the items into an array first: await Array.fromAsync(items).'],
      },
    );
  }
  if (!(Symbol.iterator in items)) throw notIterable(items);
  if (priority || Array.isArray(items) || items instanceof Set || items instanceof Map) {
    return new ArraySource<T>([...items], groupSize, priority);
  }
  return new SyncSource(items[Symbol.iterator](), groupSize);
}

function notIterable(items: unknown): AppError {
  const kind = items === null ? 'null' : typeof items;
  return new AppError('USAGE', `items must be an array or another iterable, but it is ${kind}.`, {
    suggestions: ['Put a single item into an array: [item].'],
  });
}
