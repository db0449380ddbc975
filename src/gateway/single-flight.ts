/** Lets work of the same key run one after the other, so that the second finds what the first has kept. */
export class SingleFlight {
  readonly #flights = new Map<string, Promise<void>>();

  async run<T>(key: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    for (let other = this.#flights.get(key); other; other = this.#flights.get(key)) {
      await other;
      signal.throwIfAborted();
    }
    const flight = work();
    const over = flight.then(
      () => {},
      () => {},
    );
    this.#flights.set(key, over);
    try {
      return await flight;
    } finally {
      this.#flights.delete(key);
    }
  }
}
