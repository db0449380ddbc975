/** Work that a test ends by hand, item by item. */
export class DeferredWork<T, R = T> {
  /** Items in the order they were started. */
  readonly started: T[] = [];
  readonly #open = new Map<T, PromiseWithResolvers<R>>();

  /** Give this as `process`; when the signal aborts, the work of the item rejects with its reason. */
  readonly process = (item: T, context: { signal: AbortSignal }): Promise<R> => {
    this.started.push(item);
    const work = Promise.withResolvers<R>();
    this.#open.set(item, work);
    context.signal.addEventListener('abort', () => this.fail(item, context.signal.reason), {
      once: true,
    });
    return work.promise;
  };

  /** Items that are being worked on. */
  get open(): T[] {
    return [...this.#open.keys()];
  }

  finish(item: T, result: R): void {
    this.#take(item)?.resolve(result);
  }

  fail(item: T, error: unknown): void {
    this.#take(item)?.reject(error);
  }

  #take(item: T): PromiseWithResolvers<R> | undefined {
    const work = this.#open.get(item);
    this.#open.delete(item);
    return work;
  }
}
