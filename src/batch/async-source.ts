import type { ItemGroup, ItemSource } from './item-source.ts';

interface Request<T> {
  resolve: (group: ItemGroup<T> | undefined) => void;
  reject: (error: unknown) => void;
}

/** Pulls from an async iterator, one item at a time and only while a lane waits for one. */
export class AsyncSource<T> implements ItemSource<T> {
  readonly known = undefined;
  exhausted = false;
  readonly #iterator: AsyncIterator<T>;
  readonly #groupSize: number;
  readonly #requests: Request<T>[] = [];
  #delivered = 0;
  #gathered: T[] = [];
  #pulling = false;
  #stopped = false;

  constructor(iterator: AsyncIterator<T>, groupSize: number) {
    this.#iterator = iterator;
    this.#groupSize = groupSize;
  }

  take(): Promise<ItemGroup<T> | undefined> {
    return new Promise((resolve, reject) => {
      this.#requests.push({ resolve, reject });
      if (this.exhausted || this.#stopped) this.#dismiss();
      else this.#pull();
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#dismiss();
  }

  /** Waits for the iterator to clean up, unless it still owes an item that may never come. */
  async close(): Promise<ItemGroup<T> | undefined> {
    this.#stopped = true;
    const leftOver = this.#flush();
    if (this.exhausted) return leftOver;
    const owing = this.#pulling;
    const closed = Promise.try(() => this.#iterator.return?.());
    if (owing) closed.catch(() => {});
    else await closed;
    return leftOver;
  }

  #pull(): void {
    if (this.#pulling || this.#requests.length === 0) return;
    this.#pulling = true;
    Promise.try(() => this.#iterator.next())
      .then((next) => this.#receive(next))
      .catch((error: unknown) => this.#fail(error));
  }

  #receive(next: IteratorResult<T, unknown>): void {
    this.#pulling = false;
    if (next.done) this.exhausted = true;
    else this.#gathered.push(next.value);
    if (this.#stopped) return;
    if (this.exhausted || this.#gathered.length === this.#groupSize) {
      this.#requests.shift()?.resolve(this.#flush());
    }
    if (this.exhausted) this.#dismiss();
    else this.#pull();
  }

  /** An error after the stop has nobody to go to: the items were no longer wanted. */
  #fail(error: unknown): void {
    this.#pulling = false;
    this.exhausted = true;
    this.#requests.shift()?.reject(error);
    this.#dismiss();
  }

  #dismiss(): void {
    for (const request of this.#requests.splice(0)) request.resolve(undefined);
  }

  #flush(): ItemGroup<T> | undefined {
    const items = this.#gathered;
    if (items.length === 0) return undefined;
    const first = this.#delivered;
    this.#gathered = [];
    this.#delivered += items.length;
    return { indexes: items.map((_, offset) => first + offset), items };
  }
}
