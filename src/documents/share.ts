/** A quantity of which many take a part, in the order in which they ask; more than all of it counts as all. */
export class Share {
  readonly #total: number;
  #left: number;
  readonly #waiting: { amount: number; start: () => void }[] = [];

  constructor(total: number) {
    this.#total = total;
    this.#left = total;
  }

  /**
   * Waits for a part.
   * @returns gives it back
   * @throws the signal's reason when it is aborted before
   */
  async take(amount: number, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const part = Math.min(amount, this.#total);
    if (this.#waiting.length > 0 || part > this.#left) await this.#wait(part, signal);
    else this.#left -= part;
    let isGiven = false;
    return () => {
      if (isGiven) return;
      isGiven = true;
      this.#left += part;
      this.#serve();
    };
  }

  #wait(amount: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(signal?.reason as Error);
        this.#serve();
      };
      const waiter = {
        amount,
        start: () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
      };
      this.#waiting.push(waiter);
      signal?.addEventListener('abort', abort, { once: true });
    });
  }

  #serve(): void {
    for (let next = this.#waiting[0]; next !== undefined && next.amount <= this.#left;) {
      this.#waiting.shift();
      this.#left -= next.amount;
      next.start();
      next = this.#waiting[0];
    }
  }
}
