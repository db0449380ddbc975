import type { ItemGroup, ItemSource } from './item-source.ts';

/** Pulls from a sync iterator, no further than the groups that are taken. */
export class SyncSource<T> implements ItemSource<T> {
  readonly known = undefined;
  exhausted = false;
  readonly #iterator: Iterator<T>;
  readonly #groupSize: number;
  #pulled = 0;
  #gathered: T[] = [];

  constructor(iterator: Iterator<T>, groupSize: number) {
    this.#iterator = iterator;
    this.#groupSize = groupSize;
  }

  take(): ItemGroup<T> | undefined {
    while (!this.exhausted && this.#gathered.length < this.#groupSize) {
      this.#pull();
    }
    return this.#flush();
  }

  stop(): void {}

  async close(): Promise<ItemGroup<T> | undefined> {
    if (!this.exhausted) this.#iterator.return?.();
    this.exhausted = true;
    return this.#flush();
  }

  #pull(): void {
    try {
      const next = this.#iterator.next();
      if (next.done) this.exhausted = true;
      else this.#gathered.push(next.value);
    } catch (error) {
      // An iterator that has thrown is at its end and is not closed.
      this.exhausted = true;
      throw error;
    }
  }

  #flush(): ItemGroup<T> | undefined {
    const items = this.#gathered;
    if (items.length === 0) return undefined;
    const first = this.#pulled;
    this.#gathered = [];
    this.#pulled += items.length;
    return { indexes: items.map((_, offset) => first + offset), items };
  }
}
