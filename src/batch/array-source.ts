import { AppError } from '../core/errors.ts';
import type { ItemGroup, ItemSource } from './item-source.ts';

/** Takes from an array, in its order or by priority, higher first and equal ones in input order. */
export class ArraySource<T> implements ItemSource<T> {
  readonly known: readonly T[];
  readonly #groupSize: number;
  readonly #order: readonly number[] | undefined;
  #next = 0;

  constructor(items: readonly T[], groupSize: number, priority: ((item: T) => number) | undefined) {
    this.known = items;
    this.#groupSize = groupSize;
    this.#order = priority && orderByPriority(items, priority);
  }

  get exhausted(): boolean {
    return this.#next >= this.known.length;
  }

  take(): ItemGroup<T> | undefined {
    if (this.exhausted) return undefined;
    const indexes: number[] = [];
    const items: T[] = [];
    const end = Math.min(this.#next + this.#groupSize, this.known.length);
    for (; this.#next < end; this.#next += 1) {
      const index = this.#order?.[this.#next] ?? this.#next;
      indexes.push(index);
      items.push(this.known[index] as T);
    }
    return { indexes, items };
  }

  stop(): void {}

  async close(): Promise<undefined> {}
}

function orderByPriority<T>(items: readonly T[], priority: (item: T) => number): number[] {
  const ranks = items.map((item, index) => {
    const rank = priority(item);
    if (typeof rank === 'number' && !Number.isNaN(rank)) return rank;
    throw new AppError(
      'USAGE',
      `priority must return a number, but for item ${index} it returned ${rank}.`,
    );
  });
  const rankOf = (index: number): number => ranks[index] ?? 0;
  // Infinity minus itself is NaN, and then the input order decides, too.
  return [...items.keys()].sort((a, b) => rankOf(b) - rankOf(a) || a - b);
}
