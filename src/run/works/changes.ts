/** Wakes all who wait for something to change; each then looks for itself whether it was what it waits for. */
export class Changes {
  #next = Promise.withResolvers<void>();

  /** Resolves with the next change. */
  get next(): Promise<void> {
    return this.#next.promise;
  }

  tell(): void {
    const { resolve } = this.#next;
    this.#next = Promise.withResolvers<void>();
    resolve();
  }
}
